import { defineMiddleware } from 'astro:middleware';
import { pageProblem } from './model/page-problem.ts';

/** Whatever a page stops at is told with the page and the file that it shows. */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  try {
    return await next();
  } catch (error) {
    throw pageProblem(decodeURI(url.pathname), error);
  }
});
