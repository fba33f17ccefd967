import type { ChatFormOptions } from '../../../src/elements/form/fields.js';
import type { Cell } from '../state-table.js';
import { chatState } from '../states.js';
import { special } from './grid.js';

const element = 'chat-form';
const state = chatState();
const asked = (name: string, options?: ChatFormOptions, more: Partial<Cell> = {}): Cell => ({
  ...special(element, name, state),
  props: { options },
  ...more,
});

const EVERY: ChatFormOptions = {
  heading: 'Ask our workshop',
  text: 'We answer within minutes.',
  submit: 'Go on',
  inputs: [
    { name: 'nickname', required: true, placeholder: 'Ada' },
    { name: 'email', required: true },
    { name: 'phone', type: 'tel', label: 'Phone', hint: 'Only if we should call you.' },
    {
      name: 'topic',
      type: 'select',
      label: 'Topic',
      required: true,
      options: ['Order', { value: 'r', label: 'Returns' }],
    },
    { name: 'subject', type: 'textarea' },
    { name: 'terms', type: 'checkbox', label: 'I agree that what I write is used to answer me.', required: true },
    { name: 'page', type: 'hidden', value: 'shop' },
  ],
};

export const formCells: readonly Cell[] = [
  asked('usual'),
  asked('every kind', EVERY),
  asked('draft', EVERY, {
    state: {
      ...state,
      view: { ...state.view, drafts: { form: '{"nickname":"Ada","topic":"r","terms":true}' } },
    },
  }),
  asked('wrong', EVERY, { act: { click: '[part=submit]', shows: '[part=error]' } }),
  special(element, 'done', chatState('active')),
];
