/** @file English words of what is offered beside the link to a step. */

export const share = {
  embed: 'Embed',
  explanation:
    'Shows one part of this page inside of yours, at this step. Your readers can step on from there. The frame tells your page how high it would like to be.',
  what: 'What',
  options: { worksheet: 'The worksheet', scores: 'The scores', weights: 'The weights' },
  title: 'Title, for those who listen',
  code: 'Code',
  copy: 'Copy the code',
  copied: 'The code is copied.',
  blocked: 'The browser did not let us copy it. Select the code and copy it yourself.',
  see: 'See it alone',
};
