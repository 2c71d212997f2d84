import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { axeFindings, expect, test, typeInto } from "../../fixtures/desk";

test("an administrator adds a webhook with the keyboard and sees a test arrive", async ({ as }) => {
  const received: string[] = [];
  const server = createServer((request, response) => {
    received.push(String(request.headers["webhook-signature"]));
    request.resume().on("end", () => response.writeHead(202).end("Thank you"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  try {
    const { page } = await as("administrator");
    await page.goto("/desk/settings/webhooks");
    const form = page.getByRole("form", { name: "New webhook" });
    const address = form.getByRole("textbox", { name: "Address" });

    await test.step("an address that can't be used is explained", async () => {
      await typeInto(address, "http://10.0.0.5/hook");
      await address.press("Enter");
      await expect(form.getByText(/inside a private network/)).toBeVisible();
    });

    await test.step("it is added, and its secret is shown once", async () => {
      await address.press("ControlOrMeta+a");
      await address.pressSequentially(`http://${host}/hook`);
      await address.press("Tab");
      // Of what is sent, claims are off at first.
      await page.keyboard.press("Space");
      await expect(form.getByRole("checkbox", { name: "A claim was marked" })).toBeChecked();
      await address.press("Enter");
      await expect(form.getByRole("textbox", { name: "Secret" })).toHaveValue(/^whsec_/);
      expect(await axeFindings(page)).toEqual([]);
    });

    await test.step("a test arrives, signed, and its answer is in the log", async () => {
      await page.getByRole("link", { name: `${host}/hook` }).press("Enter");
      const sendTest = page.getByRole("button", { name: "Send test" });
      // The link loads the page from the server: until its scripts run, the button is disabled, and a key on it is lost.
      await expect(sendTest).toBeEnabled();
      await sendTest.press("Enter");
      await expect(page.getByText(/^The receiver answered with status 202/)).toBeVisible();
      // Other tests may mark claims meanwhile, which are sent as well.
      expect(received).toContainEqual(expect.stringMatching(/^v1,/));
      const log = page.getByRole("list", { name: "Deliveries" });
      const sent = log.getByRole("listitem").filter({ hasText: /^Test/ });
      await sent.getByText(/^Status 202/).press("Enter");
      await expect(sent.getByText("Thank you")).toBeVisible();
      expect(await axeFindings(page)).toEqual([]);
    });

    await test.step("its address is changed", async () => {
      const edit = page.getByRole("form", { name: "Change this webhook" });
      await edit.getByRole("textbox", { name: "Address" }).press("End");
      await edit.getByRole("textbox", { name: "Address" }).pressSequentially("-2");
      await edit.getByRole("textbox", { name: "Address" }).press("Enter");
      await expect(edit.getByText("Webhook changed.")).toBeVisible();
      await expect(page.getByRole("heading", { level: 1, name: `${host}/hook-2` })).toBeVisible();
      expect(await axeFindings(page)).toEqual([]);
    });

    await test.step("it is deleted", async () => {
      await page.getByRole("button", { name: "Delete webhook" }).press("Enter");
      await page.getByRole("button", { name: "Delete", exact: true }).press("Enter");
      await expect(page).toHaveURL(/\/webhooks$/);
      await expect(page.getByRole("link", { name: `${host}/hook-2` })).toBeHidden();
    });
  } finally {
    server.close();
  }
});
