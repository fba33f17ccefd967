/** What is typed into the form for a message that is left is the draft of a conversation of this name, which none has: they are longer. */
export const LEFT_DRAFT = 'leave';
