import { tidyAmp } from "./tidy-amp";
import { tidyBackLinks } from "./tidy-back-links";
import { tidyHiddenText } from "./tidy-hidden-text";
import { tidyMath } from "./tidy-math";
import { tidyNumbers } from "./tidy-numbers";
import { tidyQuotations } from "./tidy-quotations";
import { tidyRuby } from "./tidy-ruby";
import { tidyScripts } from "./tidy-scripts";

/**
 * Writes into the text of a page what readers see and plain text does not say: raised figures, fractions, formulas, quotation marks and
 * numbers of lists. Removes what they do not see. It needs classes, roles and styles, and so comes before the article is looked for.
 * @param language the page's, or ""
 * @returns notes for the editor
 */
export function showAsRead(body: Element, language: string): string[] {
  tidyAmp(body);
  // Formulas first: pages hide the one that can be read.
  tidyMath(body);
  const notes = tidyHiddenText(body);
  tidyBackLinks(body);
  tidyScripts(body);
  tidyQuotations(body, language);
  const readings = tidyRuby(body);
  if (readings > 0)
    notes.push(
      readings === 1
        ? "A reading printed above characters (ruby) was left out."
        : `${readings} readings printed above characters (ruby) were left out.`,
    );
  tidyNumbers(body);
  return notes;
}

/** Writes the figures and formulas of a page's headings as they are read, before its title is taken from one of them. */
export function showHeadingsAsRead(body: Element): void {
  for (const heading of body.querySelectorAll("h1")) {
    tidyMath(heading);
    tidyScripts(heading);
  }
}
