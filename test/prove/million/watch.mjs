/** Loaded into a process that is watched (`node --import`): tells its parent, when asked, what it used since it was last asked. */
const LOOK_MS = 5;
let [last, longest, used] = [performance.now(), 0, process.cpuUsage()];

function look() {
  longest = Math.max(longest, performance.now() - last);
  last = performance.now();
}
setInterval(look, LOOK_MS).unref();

process.on('message', () => {
  look();
  const { user, system } = process.cpuUsage(used);
  process.send({ processor: (user + system) / 1e6, longestPause: longest, peak: process.resourceUsage().maxRSS / 1024 });
  [longest, used] = [0, process.cpuUsage()];
});
