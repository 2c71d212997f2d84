import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LiveRegion, Notice } from "./notice";

/** The roles that announce something, in the order of the page. */
const rolesOf = (html: string) =>
  [...html.matchAll(/role="(\w+)"|aria-live="(\w+)"/g)].map((match) => match[1]);

test.each([
  { name: "a message on its own", page: <Notice>Saved.</Notice>, roles: ["status"] },
  { name: "a failure on its own", page: <Notice tone="failure">Not saved.</Notice>, roles: ["alert"] },
  {
    name: "a message in a live region",
    page: (
      <LiveRegion>
        <Notice>Saved.</Notice>
      </LiveRegion>
    ),
    roles: ["status"],
  },
  { name: "an empty live region", page: <LiveRegion>{null}</LiveRegion>, roles: ["status"] },
])("$name is announced once", ({ page, roles }) => {
  expect(rolesOf(renderToStaticMarkup(page))).toEqual(roles);
});
