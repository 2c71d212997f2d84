/**
 * Leaves out the readings of ruby text, which are printed above the characters and would run into them.
 * @returns how many were left out
 */
export function tidyRuby(body: Element): number {
  let count = 0;
  for (const ruby of [...body.querySelectorAll("ruby")]) {
    const readings = [...ruby.querySelectorAll("rt")].filter((reading) => reading.textContent?.trim());
    const base = [...ruby.querySelectorAll("rt,rp,rtc")].reduce(
      (length, part) =>
        length - (part.closest("rtc") === part || !part.closest("rtc") ? textLength(part) : 0),
      textLength(ruby),
    );
    // Readings without characters are the text itself.
    if (base <= 0) continue;
    count += readings.length;
    for (const part of [...ruby.querySelectorAll("rt,rp,rtc")]) part.remove();
  }
  for (const part of [...body.querySelectorAll("ruby,rb,rt,rp,rtc")]) part.replaceWith(...part.childNodes);
  return count;
}

function textLength(element: Element): number {
  return (element.textContent ?? "").replace(/\s+/g, "").length;
}
