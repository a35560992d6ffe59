/** @file A second, independent reading of written dates: by words and numbers, not by the forms that wrote them. */

const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FRENCH = ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'];

function monthOf(word: string): number | undefined {
  for (const list of [FRENCH, ENGLISH]) {
    const place = list.findIndex((start) => word.startsWith(start));
    if (place >= 0) return place + 1;
  }
  return undefined;
}

const isWeekday = (word: string): boolean =>
  /^(mon|tue|wed|thu|fri|sat|sun)(day|sday|nesday|rsday|urday)?$/u.test(word) ||
  /^(lun|mar|mercre|jeu|vendre|same)di$|^dimanche$/u.test(word);

function fullYear(digits: string): number {
  const number = Number(digits);
  if (digits.length !== 2) return number;
  return number < 50 ? 2000 + number : 1900 + number;
}

/** 2009-05-03 for a written date, by the stated rule; undefined where it is none. */
export function parseDate(text: string): string | undefined {
  const iso = (year: number, month: number, day: number): string =>
    new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  const compact = /^(\d{4})(\d\d)(\d\d)$/u.exec(text);
  if (compact) return iso(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const words = (text.match(/\p{L}+/gu) ?? []).filter((word) => !isWeekday(word));
  const numbers = text.match(/\d+/gu) ?? [];
  const month = words.map(monthOf).find((one) => one !== undefined);
  if (month !== undefined) {
    const [first = '', second = ''] = numbers;
    return first.length === 4
      ? iso(Number(first), month, Number(second))
      : iso(fullYear(second), month, Number(first));
  }
  const [a = '', b = '', c = ''] = numbers;
  if (numbers.length !== 3) return undefined;
  if (a.length === 4) return iso(Number(a), Number(b), Number(c));
  const monthFirst = text.includes('/') && !text.startsWith('le ');
  return monthFirst ? iso(fullYear(c), Number(a), Number(b)) : iso(fullYear(c), Number(b), Number(a));
}
