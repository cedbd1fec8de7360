import type { HastNode, MdxJsxAttributeUnion } from 'satteri';
import { nearest } from '../model/names/nearest.ts';
import { type Refusal, RUNS } from './refusals.ts';

/** A component of MDX as it stands in a text, registered or not. */
export type JsxElement = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** Reads the attributes of a registered component, each of them as plain text. */
export function readAttributes(
  element: JsxElement,
  { required, optional }: { required: readonly string[]; optional: readonly string[] },
): { attributes: Record<string, string>; refusals: Refusal[] } {
  const name = element.name ?? '';
  const known = [...required, ...optional];
  const attributes: Record<string, string> = {};
  const given = new Set<string>();
  const refusals: Refusal[] = [];
  for (const attribute of element.attributes as MdxJsxAttributeUnion[]) {
    const key = attribute.type === 'mdxJsxAttribute' ? attribute.name : undefined;
    if (key === undefined) refusals.push(spread(name, known));
    else if (!known.includes(key)) refusals.push(unknown(name, key, known));
    else if (given.has(key)) refusals.push(twice(name, key));
    else if (typeof attribute.value !== 'string') refusals.push(notText(name, key));
    else if (attribute.value.trim() === '') refusals.push(empty(name, key));
    else attributes[key] = attribute.value;
    if (key !== undefined) given.add(key);
  }
  refusals.push(...required.filter((key) => !given.has(key)).map((key) => missing(name, key)));
  return { attributes, refusals };
}

function spread(name: string, known: readonly string[]): Refusal {
  return {
    what: `<${name}> takes attributes out of an expression.`,
    why: RUNS,
    remedy: `Write every attribute as plain text: ${known.map((key) => `${key}="…"`).join(' ')}.`,
  };
}

function notText(name: string, attribute: string): Refusal {
  return {
    what: `The attribute “${attribute}” of <${name}> is an expression, or has no value.`,
    why: RUNS,
    remedy: `Write it as plain text: ${attribute}="…".`,
  };
}

function unknown(name: string, attribute: string, known: readonly string[]): Refusal {
  const guess = nearest(attribute, known);
  return {
    what: `<${name}> has no attribute “${attribute}”.`,
    why: 'What it says would be lost.',
    remedy: `${guess === undefined ? '' : `Did you mean “${guess}”? `}Use ${known.join(', ')}.`,
  };
}

function twice(name: string, attribute: string): Refusal {
  return {
    what: `<${name}> has the attribute “${attribute}” twice.`,
    why: 'One of the two would be lost.',
    remedy: 'Keep one of the two, or join them.',
  };
}

function missing(name: string, attribute: string): Refusal {
  return {
    what: `<${name}> lacks the attribute “${attribute}”.`,
    why: 'It would show nothing.',
    remedy: `Add ${attribute}="…".`,
  };
}

function empty(name: string, attribute: string): Refusal {
  return {
    what: `The attribute “${attribute}” of <${name}> is empty.`,
    why: 'It would show nothing.',
    remedy: `Put the words between its quotation marks, or remove ${attribute === 'caption' ? `<${name}>` : 'the attribute'}.`,
  };
}
