import type { Locator, Page } from "@playwright/test";
import type { Actor, Role } from "@/lib/policies/actor";
import {
  axeFindings,
  expect,
  makeArticle,
  makeClaim,
  makePerson,
  openDesk,
  pasteNewText,
  selectWords,
  test,
  typeInto,
} from "../fixtures/desk";

const RESTORED = /Restored what you typed on/;

interface Made {
  article: { id: string };
  source: string;
}

/** An article with a claim in review, which cites a source. */
async function make(person: Actor): Promise<Made> {
  const article = await makeArticle({ author: person });
  const claim = await makeClaim({
    article,
    author: await makePerson({ role: "editor" }),
    state: "in_review",
    evidence: [
      { stance: "supports", source: { title: "Customs", url: `https://example.org/${article.id}` } },
    ],
  });
  return { article, source: claim.evidence[0]?.source.id ?? "" };
}

const fold = async (page: Page, summary: string, within: Locator) => {
  // A restored draft has opened it already.
  if (!(await within.isVisible())) await page.getByText(summary, { exact: true }).first().click();
  return within;
};

type Open = (page: Page, made: Made) => Promise<Locator>;

test.describe("what is typed survives a reload in", () => {
  const rows: [form: string, role: Role, open: Open, restored?: boolean][] = [
    [
      "the page for a new article",
      "editor",
      async (page) => {
        await page.goto("/desk/articles/new");
        return page.getByLabel("Title");
      },
    ],
    [
      "its field for an address",
      "editor",
      async (page) => {
        await page.goto("/desk/articles/new");
        return page.getByLabel("From an address");
      },
    ],
    [
      "the details of an article",
      "editor",
      async (page, { article }) => {
        await openDesk(page, article);
        return fold(page, "Details", page.getByLabel("Byline"));
      },
    ],
    [
      "the address of a new text",
      "editor",
      async (page, { article }) => {
        await page.goto(`/desk/articles/${article.id}/replace`);
        return page.getByLabel("From an address");
      },
    ],
    [
      "a new source",
      "editor",
      async (page) => {
        await page.goto("/desk/sources/new");
        return page.getByLabel("Title");
      },
    ],
    [
      "a source",
      "editor",
      async (page, { source }) => {
        await page.goto(`/desk/sources/${source}`);
        return page.getByRole("form", { name: "Source" }).getByLabel("Publisher");
      },
    ],
    [
      "the import of citations",
      "editor",
      async (page) => {
        await page.goto("/desk/sources/import");
        return page.getByRole("textbox", { name: "Citations" });
      },
    ],
    [
      "a comment on the article",
      "editor",
      async (page, { article }) => {
        await openDesk(page, article);
        await page.getByRole("button", { name: /^Comments/ }).click();
        return page.getByRole("textbox", { name: "Comment on the article" });
      },
    ],
    [
      "the note of a return",
      "editor",
      async (page, { article }) => {
        await openDesk(page, article);
        await page.getByRole("button", { name: /Trade came to/ }).click();
        await page.getByRole("button", { name: "Return", exact: true }).click();
        return page.getByLabel("What should change?");
      },
    ],
    [
      "the name of a view",
      "editor",
      async (page) => {
        await page.goto("/desk?q=trade");
        await page.getByRole("button", { name: "Save this view" }).click();
        return page.getByLabel("View name");
      },
    ],
    [
      "the name of a token",
      "editor",
      async (page) => {
        await page.goto("/desk/account");
        return page.getByRole("form", { name: "New API token" }).getByLabel("Name");
      },
    ],
    [
      "the invitation of a guest",
      "editor",
      async (page, { article }) => {
        await page.goto(`/desk/articles/${article.id}/guests`);
        return page.getByLabel("Email address");
      },
    ],
    [
      "the invitation of a colleague",
      "administrator",
      async (page) => {
        await page.goto("/desk/people");
        return page.getByLabel("Email address");
      },
    ],
    [
      "the tags of the desk",
      "administrator",
      async (page) => {
        await page.goto("/desk/settings");
        return page.getByLabel(/^Tag list/);
      },
    ],
    [
      "the required fields",
      "administrator",
      async (page) => {
        await page.goto("/desk/settings");
        return page.getByLabel("Minimum number of sources");
      },
    ],
    [
      "a new scale",
      "administrator",
      async (page) => {
        await page.goto("/desk/settings/scales");
        return page.getByRole("textbox", { name: "Name" });
      },
    ],
    [
      "the ratings of a scale",
      "administrator",
      async (page) => {
        await page.goto("/desk/settings/scales");
        await page.getByRole("list", { name: "Rating scales" }).getByRole("link").first().click();
        return page.getByLabel("Definition").first();
      },
    ],
  ];
  for (const [form, role, open] of rows)
    test(form, async ({ as }) => {
      const { page, person } = await as(role);
      const made = await make(person);
      const field = await open(page, made);
      await expect(page.getByText(RESTORED)).toHaveCount(0);
      const before = await field.inputValue();
      await typeInto(field, "half a sent");
      const typed = await field.inputValue();
      expect(typed).not.toBe(before);

      await page.reload();
      const again = await open(page, made);
      await expect(again).toHaveValue(typed);
      await expect(page.getByText(RESTORED)).toBeVisible();

      await page.getByRole("button", { name: "Discard draft" }).click();
      await expect(again).toHaveValue(before);
      const discarded = page.getByRole("status").filter({ hasText: "Draft discarded." });
      await discarded.getByRole("button", { name: "Undo" }).click();
      await expect(again).toHaveValue(typed);
      await page.getByRole("button", { name: "Discard draft" }).click();

      await page.reload();
      await expect(await open(page, made)).toHaveValue(before);
      await expect(page.getByText(RESTORED)).toHaveCount(0);
    });
});

test("a draft is its person's: someone else in the same browser never sees it, and it is there on return", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const address = "/desk/sources/new";
  await page.goto(address);
  await typeInto(page.getByLabel("Title"), "A leaked report");
  const other = await makePerson({ role: "editor" });
  const { page: theirs } = await as(other);
  // The same storage, as in one browser in which another person signs in.
  const stored = await page.evaluate(() => JSON.stringify(localStorage));
  await theirs.addInitScript((items: string) => {
    for (const [key, value] of Object.entries(JSON.parse(items) as Record<string, string>))
      localStorage.setItem(key, value);
  }, stored);
  await theirs.goto(address);
  await expect(theirs.getByLabel("Title")).toHaveValue("");
  await expect(theirs.getByText(RESTORED)).toHaveCount(0);
  const { page: back } = await as(person);
  await back.addInitScript((items: string) => {
    for (const [key, value] of Object.entries(JSON.parse(items) as Record<string, string>))
      localStorage.setItem(key, value);
  }, stored);
  await back.goto(address);
  await expect(back.getByLabel("Title")).toHaveValue("A leaked report");
});

test("passwords are never stored in the browser", async ({ as }) => {
  const { page } = await as("editor");
  await page.goto("/desk/account");
  await typeInto(page.getByLabel("Current password"), "hunter2-current");
  await typeInto(page.getByLabel("New password"), "hunter2-next");
  await typeInto(page.getByRole("form", { name: "New API token" }).getByLabel("Name"), "Harvester");
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(stored).toContain("Harvester");
  expect(stored).not.toContain("hunter2");
});

test("saving a source drops its draft, and a draft on an older state meets the newer one", async ({ as }) => {
  const { page, person } = await as("editor");
  const { source } = await make(person);
  await page.goto(`/desk/sources/${source}`);
  const form = page.getByRole("form", { name: "Source" });
  const publisher = form.getByLabel("Publisher");
  await typeInto(publisher, "The Times");

  const other = await as("editor");
  await other.page.goto(`/desk/sources/${source}`);
  const theirs = other.page.getByRole("form", { name: "Source" });
  await typeInto(theirs.getByLabel("Publisher"), "The Herald");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByLabel("Publisher")).toHaveValue("The Herald");

  await page.reload();
  await expect(publisher).toHaveValue("The Times");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText(/The Herald/)).toBeVisible();
  // The conflict is shown again after a reload: nothing is overwritten unseen.
  await page.reload();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText(/The Herald/)).toBeVisible();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText(/The Herald/)).toHaveCount(0);
  await page.reload();
  await expect(publisher).toHaveValue("The Times");
  await expect(page.getByText(RESTORED)).toHaveCount(0);
});

test.describe("Enter pressed twice saves once:", () => {
  const rows: [
    form: string,
    address: string,
    field: (page: Page) => Locator,
    list: (name: string) => string,
  ][] = [
    ["an article", "/desk/articles/new", (page) => page.getByLabel("Title"), (name) => `/desk?q=${name}`],
    [
      "a source",
      "/desk/sources/new",
      (page) => page.getByLabel("Title"),
      (name) => `/desk/sources?q=${name}`,
    ],
  ];
  for (const [form, address, field, list] of rows)
    test(form, async ({ as }) => {
      const { page } = await as("editor");
      const name = `Twice${crypto.randomUUID().slice(0, 8)}`;
      await page.goto(address);
      if (form === "an article") {
        await page.getByRole("textbox", { name: "Imported text" }).click();
        await page.keyboard.type("Trade rose.");
      }
      await typeInto(field(page), name);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
      await expect(page).not.toHaveURL(/new$/);
      await page.goto(list(name));
      await expect(page.getByRole("main").getByRole("link", { name, exact: true })).toHaveCount(1);
      await page.goto(address);
      await expect(field(page)).toHaveValue("");
    });
});

test("a text larger than the room for drafts survives a reload", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await pasteNewText(page, article, "Trade rose by a tenth in 2023.\n".repeat(20_000));
  const paragraphs = page.getByLabel("New text").locator("p");
  await expect(paragraphs).toHaveCount(20_000);
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve, reject) => {
            const opening = indexedDB.open("obelus-drafts");
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const counting = opening.result.transaction("texts").objectStore("texts").count();
              counting.onsuccess = () => resolve(counting.result);
            };
          }),
      ),
    )
    .toBe(1);
  await page.reload();
  await expect(paragraphs).toHaveCount(20_000);
});

/** Fills the storage of the page's origin up to its last character. */
async function fillStorage(page: Page): Promise<void> {
  await page.evaluate(() => {
    let size = 1 << 20;
    for (let count = 0; size > 0; count++)
      try {
        localStorage.setItem(`filler-${count}`, "x".repeat(size));
      } catch {
        size >>= 1;
      }
  });
}

/** Makes the browser refuse storage, as when its settings block it. */
async function block(page: Page, names: readonly string[]): Promise<void> {
  await page.addInitScript(
    (blocked: string[]) => {
      for (const name of blocked)
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("Access is denied for this document.", "SecurityError");
          },
        });
    },
    [...names],
  );
}

const NOT_STORED = /Drafts are not stored in this browser/;

test("a claim is typed while the storage is full, without the server, and survives a reload", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await openDesk(page, article);
  await fillStorage(page);
  await page.context().setOffline(true);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  await typeInto(page.getByLabel("Statement"), "Trade came to 240 billion.", { replace: true });
  await expect(page.getByText("Your draft is saved in this browser.")).toBeVisible();
  await expect(page.getByText(NOT_STORED)).toHaveCount(0);
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.getByLabel("Statement")).toHaveValue("Trade came to 240 billion.");
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 1 saved.")).toBeVisible();
});

test("when nothing more can be stored, the editor sees one notice, and the claim is saved all the same", async ({
  as,
}) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await block(page, ["indexedDB"]);
  await openDesk(page, article);
  await fillStorage(page);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  await typeInto(page.getByLabel("Statement"), "Trade came to", { replace: true });
  await expect(page.getByText(NOT_STORED)).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Hide" }).click();
  await typeInto(page.getByLabel("Claimant"), "The ministry");
  await expect(page.getByText("Draft saved")).toBeVisible();
  await expect(page.getByText(NOT_STORED)).toHaveCount(0);
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 1 saved.")).toBeVisible();
});

test("with storage blocked, the desk works and says that drafts are not stored", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "The figure." });
  await block(page, ["localStorage", "sessionStorage", "indexedDB"]);
  await openDesk(page, article);
  await expect(page.getByText(NOT_STORED)).toBeVisible();
  await selectWords(page, "Then it fell");
  await page.keyboard.press("m");
  await typeInto(page.getByLabel("Statement"), "It fell.", { replace: true });
  await expect(page.getByText("Draft saved")).toBeVisible();
  await page.getByRole("button", { name: "Save claim" }).click();
  await expect(page.getByText("Claim 2 saved.")).toBeVisible();
  await page.getByRole("textbox", { name: "Article text" }).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Undone: marking claim 2.")).toBeVisible();
  for (const address of [
    "/desk/articles/new",
    `/desk/articles/${article.id}/text`,
    "/desk/sources/new",
    "/desk/settings",
    "/desk/account",
  ]) {
    await page.goto(address);
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.getByText("This page could not be shown")).toHaveCount(0);
    await expect(page.getByText(NOT_STORED)).toBeVisible();
  }
});

test("damaged drafts are ignored", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await page.addInitScript(
    ([personId, articleId]) => {
      for (const [key, value] of [
        [`obelus:draft:${personId}:${articleId}:new`, "{"],
        [`obelus:comment:${personId}:${articleId}:article`, '{"text":7}'],
        [`obelus:form:${personId}:details:${articleId}`, '{"value":{"title":null},"at":"x"}'],
        [`obelus:form:${personId}:replace:${articleId}`, '{"value":[],"at":"2026-11-29T00:00:00.000Z"}'],
        [
          `obelus:form:${personId}:new-article`,
          '{"value":{"own":{"doc":1}},"at":"2026-11-29T00:00:00.000Z"}',
        ],
      ] as const)
        localStorage.setItem(key, value);
    },
    [person.id, article.id] as const,
  );
  await openDesk(page, article);
  await page.getByRole("button", { name: /^Comments/ }).click();
  await expect(page.getByRole("textbox", { name: "Comment on the article" })).toHaveValue("");
  await expect(page.getByText(RESTORED)).toHaveCount(0);
  await page.goto("/desk/articles/new");
  await expect(page.getByLabel("Title")).toHaveValue("");
});

test("discarding a claim form is undone with all its fields", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await openDesk(page, article);
  await selectWords(page, "$240 billion");
  await page.keyboard.press("m");
  const form = page.getByRole("form", { name: "Mark a claim" });
  await typeInto(form.getByLabel("Statement"), "Trade came to", { replace: true });
  await typeInto(form.getByLabel("Claimant"), "The ministry");
  await typeInto(form.getByLabel("Tags"), "trade, china");
  await form.getByRole("radio", { name: "Needs context" }).check();
  await typeInto(form.getByRole("textbox", { name: "Rationale" }), "The year matters.");
  await form.getByRole("button", { name: "Add a source" }).click();
  await form.getByRole("button", { name: "Discard", exact: true }).click();
  await expect(form).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(form.getByLabel("Statement")).toHaveValue("Trade came to");
  await expect(form.getByLabel("Claimant")).toHaveValue("The ministry");
  await expect(form.getByLabel("Tags")).toHaveValue("trade, china");
  await expect(form.getByRole("radio", { name: "Needs context" })).toBeChecked();
  await expect(form.getByRole("textbox", { name: "Rationale" })).toHaveText("The year matters.");
  // It is stored again, here and on the server.
  await page.reload();
  await expect(form.getByLabel("Claimant")).toHaveValue("The ministry");
  const elsewhere = await as(person);
  await openDesk(elsewhere.page, article);
  await expect(elsewhere.page.getByLabel("Claimant")).toHaveValue("The ministry");
});

test("a position that was confirmed by mistake is undone, and so is a retired claim", async ({ as }) => {
  const { page, person } = await as("editor");
  const article = await makeArticle({ author: person });
  await makeClaim({ article, author: person, statement: "The figure." });
  const replace = await pasteNewText(
    page,
    article,
    "Trade rose fast. In 2023 trade between the two countries rose to $250 billion, a record.",
  );
  await replace.click();
  await expect(page.getByText(/New version saved/)).toBeVisible();
  await page.getByRole("button", { name: /The figure/ }).click();
  const check = page.getByRole("region", { name: "Position in the text" });
  await expect(check).toContainText("$240 billion");
  const said = await check.getByRole("paragraph").first().textContent();

  await check.getByRole("button", { name: "Confirm new position" }).click();
  await expect(page.getByText("Position of claim 1 confirmed.")).toBeVisible();
  await expect(check).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Undone: confirming the position of claim 1.")).toBeVisible();
  await expect(check.getByRole("paragraph").first()).toHaveText(said ?? "");

  // With the keyboard, and after a reload.
  await selectWords(page, "a record");
  await check.getByRole("button", { name: "Attach to the selection" }).click();
  await expect(check).toHaveCount(0);
  await page.reload();
  await page.getByRole("textbox", { name: "Article text" }).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("Undone: confirming the position of claim 1.")).toBeVisible();
  await expect(check).toContainText("$250 billion");

  await check.getByRole("button", { name: "Retire claim" }).click();
  await expect(page.getByText("Claim 1 retired.")).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Undone: retiring claim 1.")).toBeVisible();
  await expect(check).toContainText("$250 billion");
});

test("choices without a text survive a reload, and leave no draft once they are taken back", async ({
  as,
}) => {
  const { page, person } = await as("administrator");
  const { article } = await make(person);
  const priority = page.getByLabel("Priority", { exact: true });
  const openPlan = async () => {
    await page.getByRole("button", { name: /^Change lead, due time and priority/ }).click();
    return priority;
  };

  await test.step("in the plan of an article", async () => {
    await openDesk(page, article);
    const before = await (await openPlan()).inputValue();
    await priority.selectOption("Urgent");
    await page.reload();
    await expect(await openPlan()).toHaveValue("urgent");
    await expect(page.getByText(RESTORED)).toBeVisible();
    await priority.selectOption(before);
    await page.reload();
    await expect(await openPlan()).toHaveValue(before);
    await expect(page.getByText(RESTORED)).toHaveCount(0);
  });

  await test.step("a verdict that is set by its key", async () => {
    await page.getByRole("button", { name: /Trade came to/ }).click();
    await page.getByRole("textbox", { name: "Article text" }).focus();
    await page.keyboard.press("2");
    const verdict = page.getByRole("form", { name: "Edit claim" }).getByRole("radio", { checked: true });
    const chosen = await verdict.inputValue();
    await page.reload();
    await expect(verdict).toHaveValue(chosen);
    await page.getByRole("button", { name: "Discard", exact: true }).click();
  });

  await test.step("the approvals that an article needs", async () => {
    const approvals = page.getByLabel("Required approvals");
    await fold(page, "Scale and approvals", approvals);
    await approvals.selectOption("4");
    await page.reload();
    await fold(page, "Scale and approvals", approvals);
    await expect(approvals).toHaveValue("4");
    await expect(page.getByText(RESTORED)).toBeVisible();
  });
});

test("everything that is discarded comes back with the next key press", async ({ as }) => {
  const { page, person } = await as("editor");
  const { article } = await make(person);
  const undo = page.getByRole("status").getByRole("button", { name: "Undo", exact: true });
  /** Presses a button by the keyboard, then the Undo that has the focus. */
  const discardAndUndo = async (button: Locator) => {
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(undo).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(undo).toHaveCount(0);
  };

  const dismiss = () =>
    page
      .getByRole("status")
      .filter({ has: page.getByRole("button", { name: "Undo", exact: true }) })
      .getByRole("button", { name: "Dismiss message" })
      .click();

  await openDesk(page, article);
  await test.step("a comment on a passage", async () => {
    await selectWords(page, "Then it fell");
    await page.keyboard.press("c");
    const comment = page.getByRole("textbox", { name: "Comment on this passage" });
    await typeInto(comment, "Since when?");
    await discardAndUndo(page.getByRole("button", { name: "Cancel" }));
    await expect(comment).toHaveValue("Since when?");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(page.getByText("Comment added")).toBeVisible();
  });

  await test.step("the edit of a comment", async () => {
    await page.getByRole("button", { name: /^Comments/ }).click();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const edit = page.getByRole("textbox", { name: "Your comment" });
    await typeInto(edit, " In May?");
    const typed = await edit.inputValue();
    await discardAndUndo(page.getByRole("button", { name: "Cancel" }));
    await expect(edit).toHaveValue(typed);
    await page.getByRole("button", { name: "Cancel" }).click();
    await dismiss();
    await page.getByRole("button", { name: /^Comments/ }).click();
  });

  await test.step("the note of a return", async () => {
    await page.getByRole("button", { name: /Trade came to/ }).click();
    await page.getByRole("button", { name: "Return", exact: true }).click();
    const note = page.getByLabel("What should change?");
    await typeInto(note, "Cite the report.");
    await discardAndUndo(page.getByRole("button", { name: "Cancel" }));
    await expect(note).toHaveValue("Cite the report.");
    await page.getByRole("button", { name: "Cancel" }).click();
    await dismiss();
  });

  await test.step("a source that was removed from a claim", async () => {
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const form = page.getByRole("form", { name: "Edit claim" });
    await typeInto(form.getByLabel(/^Excerpt/), "Trade came to");
    await discardAndUndo(form.getByRole("button", { name: "Remove source 1" }));
    await expect(form.getByLabel(/^Excerpt/)).toHaveValue("Trade came to");
  });

  await test.step("edits of the text", async () => {
    await page.goto(`/desk/articles/${article.id}/text`);
    const text = page.getByRole("textbox", { name: "Article text" });
    await text.click();
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.type("Mine. ");
    await discardAndUndo(page.getByRole("button", { name: "Discard edits" }));
    await expect(text).toContainText("Mine. ");
    await page.getByRole("button", { name: "Discard edits" }).click();
    await expect(text).not.toContainText("Mine. ");
    await page.reload();
    await expect(text).not.toContainText("Mine. ");
  });
});
