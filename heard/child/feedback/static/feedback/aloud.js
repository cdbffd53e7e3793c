// Reads a question aloud on a tap, with a voice of the device itself: nothing is sent anywhere.
const voices = () => speechSynthesis.getVoices().filter((voice) => voice.localService);

function show() {
  for (const button of document.querySelectorAll("[data-aloud-button]")) {
    button.hidden = voices().length === 0;
  }
}

function read() {
  const said = document.querySelector("[data-aloud]").innerText;
  const words = new SpeechSynthesisUtterance(said);
  words.lang = document.documentElement.lang;
  words.voice = voices().find((voice) => voice.lang.startsWith(words.lang)) ?? voices()[0];
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
}

if ("speechSynthesis" in window) {
  show();
  speechSynthesis.addEventListener("voiceschanged", show);
  for (const button of document.querySelectorAll("[data-aloud-button]")) {
    button.addEventListener("click", read);
  }
}
