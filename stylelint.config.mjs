export default {
  extends: ['stylelint-config-standard'],
  overrides: [
    {
      files: ['src/**/*.ts'],
      customSyntax: 'postcss-lit',
      rules: {
        // Public ones carry our name, since a page has its own; those with an underscore are private to a shadow root.
        'custom-property-pattern': [
          '^(live-chat-|_)[a-z0-9-]+$',
          { message: 'Name it --live-chat-… or, if private, --_…' },
        ],
      },
    },
  ],
  rules: {
    // Only right-to-left pages would show the fault.
    'property-disallowed-list': [
      ['/^(margin|padding|border)-(left|right)/', 'left', 'right', 'float', '/^border-.*-(left|right)-radius$/'],
      { message: (property) => `${property} does not follow the text direction: use the logical property` },
    ],
    'declaration-property-value-disallowed-list': { 'text-align': ['left', 'right'] },
    // They fight with rules in the order that reads best, state by state.
    'no-descending-specificity': null,
    'rule-empty-line-before': null,
    'declaration-empty-line-before': null,
    'custom-property-empty-line-before': null,
    'comment-empty-line-before': null,
    // Safari still wants the prefix here.
    'property-no-vendor-prefix': [
      true,
      { ignoreProperties: ['user-select', 'text-size-adjust', 'line-clamp', 'box-orient'] },
    ],
  },
};
