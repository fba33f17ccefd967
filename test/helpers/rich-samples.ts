/** One message of each kind, as it may come from a server. */
import type { RichContent, RichKind } from '../../src/protocol/rich.js';

const image = { url: 'https://shop.example/mug.png', alt: 'A blue mug', width: 320, height: 200 };
const options = [
  { id: 'red', label: 'Red' },
  { id: 'blue', label: 'Blue', description: 'Back since Monday' },
];

/** See the module. */
export const SAMPLES: { readonly [Kind in RichKind]: Extract<RichContent, { kind: Kind }> } = {
  markdown: { v: 1, kind: 'markdown', text: '**Bold**, *slanted*, `code` and a [link](https://shop.example/).' },
  'quick-replies': { v: 1, kind: 'quick-replies', text: 'Which colour?', options },
  buttons: {
    v: 1,
    kind: 'buttons',
    text: 'Shall I reserve one?',
    buttons: [
      { id: 'yes', label: 'Yes, please', style: 'primary' },
      { id: 'no', label: 'No' },
      { id: 'see', label: 'See it', url: 'https://shop.example/mug' },
    ],
  },
  list: { v: 1, kind: 'list', title: 'Your colours', multiple: true, max: 2, options },
  link: { v: 1, kind: 'link', url: 'https://shop.example/mug', title: 'The blue mug', text: 'Stoneware.', image },
  card: {
    v: 1,
    kind: 'card',
    title: 'The blue mug',
    text: 'Stoneware, 0.3 l',
    image,
    buttons: [{ id: 'buy', label: 'Reserve' }],
  },
  carousel: {
    v: 1,
    kind: 'carousel',
    text: 'Three mugs',
    cards: ['red', 'blue', 'green'].map((id) => ({
      title: `A ${id} mug`,
      text: 'Stoneware',
      image,
      buttons: [{ id, label: `Take ${id}` }],
    })),
  },
  image: { v: 1, kind: 'image', image, caption: 'In the morning light' },
  gallery: { v: 1, kind: 'gallery', title: 'The workshop', images: [image, image, image] },
  form: {
    v: 1,
    kind: 'form',
    title: 'Where to?',
    fields: [
      { name: 'name', label: 'Name', type: 'text', required: true },
      { name: 'mail', label: 'E-mail', type: 'email', hint: 'For the receipt' },
      {
        name: 'way',
        label: 'Delivery',
        type: 'radio',
        options: [
          { id: 'post', label: 'Post' },
          { id: 'shop', label: 'In the shop' },
        ],
      },
      { name: 'gift', label: 'It is a present', type: 'checkbox' },
    ],
    submit: 'Send the address',
  },
  'date-time': {
    v: 1,
    kind: 'date-time',
    title: 'When will you come?',
    mode: 'date',
    min: '2026-01-01',
    max: '2030-12-31',
  },
  'adaptive-card': {
    v: 1,
    kind: 'adaptive-card',
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'TextBlock', text: 'Your parcel', size: 'large' },
        { type: 'FactSet', facts: [{ title: 'Weight', value: '1.2 kg' }] },
        { type: 'Input.Text', id: 'note', label: 'Note for the driver' },
        { type: 'Media', sources: [] },
      ],
      actions: [
        { type: 'Action.Submit', id: 'send', title: 'Send' },
        { type: 'Action.OpenUrl', title: 'Track it', url: 'https://shop.example/track' },
      ],
    },
  },
  menu: {
    v: 1,
    kind: 'menu',
    text: 'Still there?',
    seconds: 60,
    options: [
      { id: 'stay', label: 'I am here' },
      { id: 'end', label: 'End the chat' },
    ],
  },
  custom: { v: 1, kind: 'custom', name: 'order-status', data: { order: 17, steps: ['packed', 'sent'] } },
};
