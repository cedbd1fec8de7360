declare module 'citeproc' {
  interface System {
    retrieveLocale(tag: string): string;
    retrieveItem(id: string): unknown;
  }
  class Engine {
    constructor(system: System, style: string, language?: string);
    opt: { development_extensions: Record<string, boolean> };
    setOutputFormat(format: 'text' | 'html'): void;
    updateItems(ids: readonly string[], withoutUncited?: boolean): void;
    makeBibliography(): [unknown, string[]] | false;
    previewCitationCluster(
      citation: { citationItems: { id: string }[]; properties: { noteIndex: number } },
      before: [],
      after: [],
      format: 'text' | 'html',
    ): string;
  }
  const CSL: { Engine: typeof Engine };
  export default CSL;
}
