// Passkeys in a form: <form data-webauthn="create|get"> holds a <script type="application/json"> with
// the server's options (or names their address in data-webauthn-options) and an input named "credential".
// On submit the browser asks the person, the answer is put into that input, and the form goes on.
import { creationFrom, packed, requestFrom } from "./passkey-json.js";

const WORDS = {
  NotAllowedError: "The passkey was not used. Try again, or sign in another way.",
  InvalidStateError: "This passkey is already known here. Use it, or choose another one.",
  NotSupportedError: "This device cannot make a passkey for this site. Use another device, or a code.",
  SecurityError: "Passkeys work only on the address they were made for. Check the address of this page.",
};
const OTHER = "The passkey could not be read. Try again, or sign in another way.";

async function options(form) {
  const address = form.dataset.webauthnOptions;
  if (!address) return JSON.parse(form.querySelector('script[type="application/json"]').textContent);
  const answer = await fetch(address, {
    headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}

/** A passkey that signs a person in by itself must live on the device and ask who is there. */
function alone(publicKey, form) {
  if (!form.querySelector('input[name="passwordless"]:checked')) return publicKey;
  const selection = { ...publicKey.authenticatorSelection };
  Object.assign(selection, { residentKey: "required", requireResidentKey: true, userVerification: "required" });
  return { ...publicKey, authenticatorSelection: selection };
}

async function ask(form) {
  const given = await options(form);
  if (form.dataset.webauthn === "create") {
    const publicKey = creationFrom(given.creation_options ?? given);
    return navigator.credentials.create({ publicKey: alone(publicKey, form) });
  }
  return navigator.credentials.get({ publicKey: requestFrom(given.request_options ?? given) });
}

function say(form, words) {
  const place = form.querySelector("[data-webauthn-message]");
  place.textContent = words;
  place.hidden = !words;
}

async function submitted(event) {
  const form = event.target.closest("form[data-webauthn]");
  if (!form) return;
  const input = form.querySelector('input[name="credential"]');
  if (input.value) return;
  event.preventDefault();
  say(form, "");
  try {
    input.value = packed(await ask(form));
    form.requestSubmit();
  } catch (error) {
    console.error(error);
    say(form, WORDS[error.name] ?? OTHER);
  }
}

/** Listens on `scope` for forms that ask for a passkey. */
export function listen(scope) {
  scope.addEventListener("submit", submitted);
}
