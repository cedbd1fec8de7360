import type { Archive } from './archive.ts';

/** Paths of everything that stands once for each article. */
export function articlePaths({ articles }: Pick<Archive, 'articles'>) {
  return articles.map((article) => {
    const [year = '', slug = ''] = article.id.split('/');
    return { params: { year, slug }, props: { article } };
  });
}
