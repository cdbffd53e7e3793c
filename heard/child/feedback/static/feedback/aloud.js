// Reads a question aloud on a tap, with a voice of the device itself: nothing is sent anywhere.
// It reads in the language of the words; a device with no voice for that language offers nothing.
const text = () => document.querySelector("[data-aloud]");
const language = () => text().closest("[lang]").lang;

function voice() {
  const here = speechSynthesis.getVoices().filter((one) => one.localService);
  const [spoken] = language().split("-");
  return (
    here.find((one) => one.lang.replace("_", "-") === language()) ??
    here.find((one) => one.lang.split(/[-_]/)[0] === spoken)
  );
}

function show() {
  for (const button of document.querySelectorAll("[data-aloud-button]")) {
    button.hidden = voice() === undefined;
  }
}

function read() {
  const words = new SpeechSynthesisUtterance(text().innerText);
  words.lang = language();
  words.voice = voice();
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
}

if ("speechSynthesis" in window && text() !== null) {
  show();
  speechSynthesis.addEventListener("voiceschanged", show);
  for (const button of document.querySelectorAll("[data-aloud-button]")) {
    button.addEventListener("click", read);
  }
}
