/** The part of css-tree that is used here; its types (@types/css-tree) leave it out. */
declare module 'css-tree/tokenizer' {
  type TokenName =
    | 'CDC'
    | 'CDO'
    | 'Comment'
    | 'Function'
    | 'LeftCurlyBracket'
    | 'LeftParenthesis'
    | 'LeftSquareBracket'
    | 'RightCurlyBracket'
    | 'RightParenthesis'
    | 'RightSquareBracket'
    | 'Semicolon';
  export const tokenTypes: Readonly<Record<TokenName, number>>;
  /** Calls back for each token of a style sheet (https://www.w3.org/TR/css-syntax-3/#tokenization). */
  export function tokenize(
    source: string,
    onToken: (type: number, start: number, end: number) => void,
  ): void;
}
