import type { YAMLError } from 'yaml';
import type { Problem } from '../model/problem.ts';

/** What is said of a fault; file and line are added by who found it. */
export type YamlFault = Pick<Problem, 'what' | 'why' | 'remedy'>;

const UNREADABLE = 'Nothing below this line can be trusted.';

/** A fault that the YAML library reports, in words for a person who never read its specification. */
export function syntaxFault({ code, message, pos }: YAMLError, source: string): YamlFault {
  switch (code) {
    case 'DUPLICATE_KEY':
      return {
        what: `The field “${/^["']?([^"':\s]+)/.exec(source.slice(pos[0]))?.[1] ?? ''}” is given twice.`,
        why: 'One of the two values would be lost, and which one is chance.',
        remedy: 'Keep one of the two.',
      };
    case 'MULTIPLE_DOCS':
      return {
        what: 'A line of hyphens or dots ends the fields here, and more follows.',
        why: 'What stands below it would be lost.',
        remedy: 'Remove the line, or put the text that it belongs to into quotation marks.',
      };
    case 'TAB_AS_INDENT':
      return {
        what: 'The line is indented with a tab.',
        why: UNREADABLE,
        remedy: 'Put spaces in place of the tab.',
      };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        what: 'YAML reads a second field in the value of this one.',
        why: UNREADABLE,
        remedy:
          'Put a text that holds “: ” into quotation marks; begin the fields of one group in the same column.',
      };
    case 'BAD_SCALAR_START':
      return {
        what: 'A text begins with a sign that YAML keeps for itself.',
        why: UNREADABLE,
        remedy: 'Put the whole text into quotation marks.',
      };
    default:
      return otherFault(message);
  }
}

function otherFault(message: string): YamlFault {
  if (/^Maximum call stack/.test(message)) return NESTED;
  if (/^Missing closing ["']/.test(message)) {
    return {
      what: 'A quotation mark is opened here and not closed.',
      why: 'Everything below it would belong to this value.',
      remedy: 'Close it at the end of the text.',
    };
  }
  if (message === 'Unexpected scalar at node end') {
    return {
      what: 'More text stands after a closing quotation mark.',
      why: UNREADABLE,
      remedy:
        'Inside the text write the quotation mark as \\" (between double ones) or as two (between single ones).',
    };
  }
  if (message.startsWith('Implicit map keys need')) {
    return {
      what: 'A line is neither a field nor part of one.',
      why: UNREADABLE,
      remedy:
        'Write “field: text”, with a space after the colon; indent what continues the line above.',
    };
  }
  if (/^Flow (?:sequence|map)/.test(message)) {
    return {
      what: 'A bracket is opened in the lines above and not closed.',
      why: UNREADABLE,
      remedy: 'Close the list with ], the group with }.',
    };
  }
  return {
    what: `The YAML cannot be read: ${message.replace(/\.$/, '')}.`,
    why: UNREADABLE,
    remedy:
      'Mend the line; put text that holds “: ”, “ #”, a quotation mark or a leading sign into quotation marks.',
  };
}

export const NOT_A_MAPPING: YamlFault = {
  what: 'There are no fields here.',
  why: 'Without fields such as a title or a name there is nothing to publish.',
  remedy: 'Write one field a line, as in “name: Belarus”.',
};

export const NESTED: YamlFault = {
  what: 'Lists or groups stand within each other thousands deep.',
  why: 'No record needs that; it is a slip of a tool or an attempt to bring the build down.',
  remedy: 'Remove the brackets; if they are part of a text, put the text into quotation marks.',
};

export const PROTOTYPE: YamlFault = {
  what: '“__proto__” is not a field here.',
  why: 'The name means something of its own to programs, which lose what stands under it.',
  remedy: 'Remove the field.',
};

export const ALIAS: YamlFault = {
  what: 'The YAML uses an alias (*name).',
  why: 'A few lines of aliases can unfold into more data than any machine holds.',
  remedy: 'Write the value out; if the * is part of a text, put the text into quotation marks.',
};

/** A word that YAML takes out of the text: `!Help is here` would say "is here". */
export function propertyFault(sign: '!' | '&'): YamlFault {
  return {
    what: `YAML reads the word after “${sign}” as a mark of its own (${sign === '!' ? 'a tag' : 'an anchor'}).`,
    why: 'The word would be lost from the value.',
    remedy: 'Put the whole text into quotation marks.',
  };
}

/** @param comment with its sign */
export function commentFault(comment: string): YamlFault {
  return {
    what: `The value ends before “${comment.length <= 60 ? comment : `${comment.slice(0, 59)}…`}”, which YAML reads as a comment.`,
    why: 'If the words belong to the value they would be lost.',
    remedy:
      'Put the whole text into quotation marks; put a comment that is meant on a line of its own.',
  };
}
