import { ClaimCards } from "./claim-cards";

// Public documents work without this script. It adds the cards of claims.
customElements.define("claim-cards", ClaimCards);
