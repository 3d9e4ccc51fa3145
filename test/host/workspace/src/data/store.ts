import { Page } from '../web/page';

/**
 * Finds what was stored.
 *
 * @param pages what was stored
 * @param title what to look for
 * @returns the page's body, empty when there is none
 */
export function find(pages: readonly Page[], title: string): string {
  for (const page of pages) {
    if (page.title === title) {
      if (page.body !== '') {
        if (title.length > 0) {
          if (page.body.length > title.length) {
            return page.body;
          }
        }
      }
    }
  }
  return '';
}
