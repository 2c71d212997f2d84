/** What names a part of the page. */
const HEADINGS = "h1, h2, h3, h4, legend";
/**
 * Controls that are made again with the same name when their form is. Other buttons are not among them: a second press of Enter would act on
 * something else.
 */
const REMADE = ["input", "select", "textarea", '[contenteditable="true"]', '[type="submit"]'].join(", ");
/** The most headings that are remembered. */
const MAX_HEADINGS = 20;

/** What can take the focus in place of a control that is gone. */
export interface NearbyHomes {
  /** The name of a field or submit button, by which it is found if it is made again; null for other controls. */
  name: string | null;
  /** The rows around it and beside these, the innermost first, then the headings before it, the nearest first. */
  homes: readonly HTMLElement[];
}

/**
 * Finds what is near a control while it is still on the page.
 * @param root the part of the page that is looked at
 */
export function nearbyHomes(control: Element, root: Element): NearbyHomes {
  const headings = [...root.querySelectorAll<HTMLElement>(HEADINGS)].filter(
    (heading) => heading.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return {
    name: control.matches(REMADE) ? nameOf(control) : null,
    homes: [...rowsAround(control, root), ...headings.slice(-MAX_HEADINGS).reverse()],
  };
}

/**
 * Where the focus goes when a control is gone: to the same field, if its form was made again, or to the nearest thing that is left. The
 * first heading is what a person reads after the page was replaced by another one.
 * @param part the innermost part of the page around the control that is left
 */
export function homesLeft({ name, homes }: NearbyHomes, part: Element, root: Element): HTMLElement[] {
  const remade = [...part.querySelectorAll<HTMLElement>(REMADE)].filter((each) => nameOf(each) === name);
  return [
    ...(name !== null && remade.length === 1 ? remade : []),
    ...homes.filter(({ isConnected }) => isConnected),
    ...root.querySelectorAll<HTMLElement>("h1"),
  ];
}

function rowsAround(control: Element, root: Element): HTMLElement[] {
  const row = control.parentElement?.closest("li");
  if (!row || !root.contains(row)) return [];
  const near = [row, row.nextElementSibling, row.previousElementSibling];
  return [...near.filter((each) => each instanceof HTMLElement), ...rowsAround(row, root)];
}

/** What tells the fields and buttons of a page apart. Not their ids: a field that is made again has another one. */
function nameOf(control: Element): string {
  const label =
    (control as HTMLInputElement).labels?.[0] ??
    document.getElementById(control.getAttribute("aria-labelledby") ?? "") ??
    (control.matches("button") ? control : null);
  const attributes = ["type", "name", "aria-label"].map((name) => control.getAttribute(name));
  return JSON.stringify([control.tagName, ...attributes, label?.textContent]);
}
