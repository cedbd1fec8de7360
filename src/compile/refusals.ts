import { nearest } from '../model/names/nearest.ts';
import type { Problem } from '../model/problem.ts';
import type { Dialect } from './dialect.ts';

/** What is said of something that an article may not hold; its place is added by who found it. */
export type Refusal = Pick<Problem, 'what' | 'why' | 'remedy'>;

export const RUNS =
  'What the archive holds is data: nothing in it may run when the site is built or read.';
const UNKNOWN =
  'The closed list is what keeps text from strangers harmless and every page the same on any host.';
const LOST = 'Words that pages do not show are lost for readers, and nobody would notice.';

/** Of quotations, lists and emphasis within each other, far more than any article has. */
export const NESTED: Refusal = {
  what: 'Quotations, lists or emphasis stand within each other more than 40 deep.',
  why: 'No printed page does that; it is a slip of a tool or an attempt to bring the build down.',
  remedy:
    'Compare with the capture. Where such signs are part of the text, write a backslash before the first one of the line.',
};

/** @param text of the paragraph that was taken for a program */
export function programRefusal(text: string, { isOwnText }: Dialect): Refusal {
  const [, first = 'import', rest = ''] = /^(\w+)(.{0,24})/.exec(text) ?? [];
  return {
    what: `A paragraph begins with “${first}”, which MDX reads as a line of program.`,
    why: RUNS,
    remedy: `${isOwnText ? 'Leave it out: components need no import. If it is text, write' : 'Write'} its first letter as a character reference: &#${first.codePointAt(0)};${first.slice(1)}${rest.trimEnd()}…`,
  };
}

export function expressionRefusal(expression: string): Refusal {
  return {
    what: `Braces {${shorten(expression)}} are read as an expression.`,
    why: RUNS,
    remedy: 'Write \\{ and \\} where the braces are part of the text.',
  };
}

/** @param message of the parser */
export function syntaxRefusal(message: string): Refusal {
  return {
    what: `The text cannot be read as MDX: ${message}.`,
    why: 'MDX reads <, { and } as the beginning of code; the text would be cut short or not built at all.',
    remedy: 'Write a backslash before the character when it is part of the text: \\<, \\{, \\}.',
  };
}

export function nodeRefusal(type: string): Refusal {
  return {
    what: `The text holds ${type === 'raw' ? 'raw HTML' : `a node of the kind “${type}”`}.`,
    why: UNKNOWN,
    remedy: 'Write it as Markdown, or leave it out.',
  };
}

export function elementRefusal(tagName: string, { imageRemedy }: Dialect): Refusal {
  if (tagName === 'img') {
    return {
      what: 'The text holds an image.',
      why: 'Pictures are not kept, and their words would be lost with them.',
      remedy: imageRemedy,
    };
  }
  return {
    what: `Markdown here makes the element <${tagName}>.`,
    why: UNKNOWN,
    remedy: 'Write a backslash before the character that makes it, or leave it out.',
  };
}

export function componentRefusal(name: string, { noun, components }: Dialect): Refusal {
  const known = [...components.keys()];
  const guess = nearest(name, known);
  const list = known.map((one) => `<${one}>`).join(', ');
  const a = noun === 'article' ? 'an' : 'a';
  return {
    what: `<${name}> is not a component that ${a} ${noun} may use.`,
    why: UNKNOWN,
    remedy: `${guess === undefined ? `${a === 'an' ? 'An' : 'A'} ${noun} may use ${list} and no other; write emphasis as Markdown, and` : `Did you mean <${guess}>? Otherwise write`} \\< where the sign is part of the text.`,
  };
}

export function inlineComponentRefusal(name: string): Refusal {
  return {
    what: `<${name}> stands in a line of text.`,
    why: 'It would break the paragraph in two, and a browser would show the rest out of place.',
    remedy: 'Put it on a line of its own, with an empty line before and after it.',
  };
}

export function contentRefusal(name: string): Refusal {
  return {
    what: `<${name}> has content.`,
    why: 'What stands between its tags would be lost.',
    remedy: `Close it in itself, <${name} … />, and put the words into its attributes.`,
  };
}

/** A component that closes in another place than it opens, or that was not opened. */
export function unevenRefusal(name: string, isOpened: boolean): Refusal {
  return {
    what: isOpened
      ? `<${name}> opens in one list, quotation or paragraph and closes in another.`
      : `</${name}> closes what was not opened.`,
    why: 'What belongs to it cannot be told.',
    remedy: isOpened
      ? `Put <${name} …> and </${name}> each on a line of its own, both as far in as the other.`
      : 'Leave it out, or write \\< where the sign is part of the text.',
  };
}

/** A component that takes words and has none, or only other components. */
export function wordlessRefusal(name: string): Refusal {
  return {
    what: `<${name}> has no words between its tags.`,
    why: 'It would show nothing.',
    remedy: `Write <${name} …>words</${name}>, or leave it out.`,
  };
}

export function blockInLineRefusal(name: string): Refusal {
  return {
    what: `<${name}> holds more than words of a line.`,
    why: 'Browsers close the paragraph around it there, and show the rest out of place.',
    remedy: `Write <${name} …>words</${name}> in one line, without empty lines, headings or lists in it.`,
  };
}

export function linkInLinkRefusal(): Refusal {
  return {
    what: 'A link stands within another link.',
    why: 'Browsers close the first one there, and its words would lead nowhere.',
    remedy: 'Keep one of the two, or put them one after the other.',
  };
}

export function addressRefusal(address: string, { linkRemedy }: Dialect): Refusal {
  return {
    what: `A link leads to “${address}”.`,
    why: 'Only addresses that are safe in a page and mean the same on every host are let through.',
    remedy: linkRemedy,
  };
}

/** A link to a heading that the text does not have. */
export function anchorRefusal(anchor: string, known: readonly string[]): Refusal {
  const guess = nearest(anchor, known);
  return {
    what: `A link leads to “#${anchor}”, and no heading here has that address.`,
    why: 'The link would lead to the top of the page.',
    remedy:
      guess === undefined
        ? 'Write the words of a heading in small letters, with hyphens between them.'
        : `Did you mean “#${guess}”?`,
  };
}

export function linkTitleRefusal(title: string): Refusal {
  return {
    what: `A link has the title “${shorten(title)}”, which pages do not show.`,
    why: LOST,
    remedy: 'Take the words out of the link’s brackets and put them into the text, or remove them.',
  };
}

export function emptyRefusal(what: 'link' | 'heading'): Refusal {
  return {
    what: `A ${what} has no words.`,
    why: 'Nobody can see it, and a screen reader stumbles over it.',
    remedy:
      what === 'link'
        ? 'Put words between its brackets, or leave it out.'
        : 'Put words after its signs, write \\# where the sign is part of the text, or leave it out.',
  };
}

/** @param written number of a list's item with its sign; `shown` is what a browser would show */
export function numberRefusal(written: string, shown: string): Refusal {
  return {
    what: `An item of a numbered list is written “${written}”, and pages would number it “${shown}”.`,
    why: 'Markdown counts on from the first item; the number that the article has would be lost.',
    remedy: `Correct the number, or write ${written.slice(0, -1)}\\${written.slice(-1)} so that it stays text, with an empty line before it.`,
  };
}

/** Words that Markdown takes for something that is not shown, by how they begin. */
export function unshownRefusal(words: string): Refusal {
  const what = `“${shorten(words)}” would not be shown`;
  if (/^(?:`{3}|~{3})/.test(words)) {
    return {
      what: `${what}: Markdown takes the words after a code fence for the name of a language.`,
      why: LOST,
      remedy:
        'Put the words on a line of their own; if no code is meant, write a backslash before the first sign.',
    };
  }
  if (words.startsWith('[')) {
    return {
      what: `${what}: Markdown takes it for the address of links elsewhere in the text.`,
      why: LOST,
      remedy:
        'Write a backslash before its first bracket, \\[, and every link with its address: [words](https://…).',
    };
  }
  if (words.startsWith('|')) {
    return {
      what: `${what}: the row has more cells than the head of its table.`,
      why: LOST,
      remedy:
        'Give the head as many cells, or write a backslash before a stroke that is part of the text: \\|.',
    };
  }
  return {
    what: `${what}: Markdown takes it for something that is not text.`,
    why: LOST,
    remedy: 'Write a backslash before the sign in front of it.',
  };
}

const KNOWN_CHARACTERS: Readonly<Record<number, string>> = {
  13: 'a carriage return without a line feed (U+000D)',
  65279: 'a byte-order mark (U+FEFF)',
};

/** @param point of a character that no page can show */
export function characterRefusal(point: number, asReference: boolean): Refusal {
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const known = KNOWN_CHARACTERS[point];
  return {
    what: asReference
      ? `A character reference stands for ${name}, which is not a character of text.`
      : `The text holds ${known ?? `the control character ${name}`}.`,
    why: 'Browsers drop such a character or show another one in its place.',
    remedy:
      point === 0x0d
        ? 'Save the file with line feeds at the ends of its lines.'
        : 'Put the character in its place that was meant (U+0091 to U+0097 often are the marks ‘ ’ “ ” • – — of Windows), or remove it.',
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
