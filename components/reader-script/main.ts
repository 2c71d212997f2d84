import { ClaimCards } from "./claim-cards";
import { ClaimTools } from "./claim-tools";
import { closeMenusByEscape } from "./close-menus";
import { keepContactDraft } from "./contact-draft";
import { reportHeight } from "./report-height";

// Public documents work without this script. It adds the cards of claims, and the bar that steps through them and filters them,
// keeps what is typed into the contact form, and checks files on /verify.
customElements.define("claim-cards", ClaimCards);
customElements.define("claim-tools", ClaimTools);
reportHeight();
keepContactDraft();
closeMenusByEscape();
const checked = document.querySelector<HTMLFormElement>("form[data-verify]");
if (checked)
  void import("../verify-script/check-chosen-file").then((loaded) => loaded.checkChosenFile(checked));
