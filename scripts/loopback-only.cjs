/** Preloaded into the emulator: it would listen on every interface and look up a telemetry host; here it stays on this machine. */
const dns = require('node:dns');
const net = require('node:net');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function listenOnLoopback(...given) {
  if (typeof given[0] === 'number') {
    if (typeof given[1] === 'string') given[1] = '127.0.0.1';
    else given.splice(1, 0, '127.0.0.1');
  } else if (given[0] && typeof given[0] === 'object' && 'port' in given[0]) {
    given[0] = { ...given[0], host: '127.0.0.1' };
  }
  return listen.apply(this, given);
};

const lookup = dns.lookup;
dns.lookup = function lookupLoopback(host, options, done) {
  const answer = typeof options === 'function' ? options : done;
  if (/^(localhost|127\.|::1)/.test(host))
    return lookup.call(dns, host, typeof options === 'function' ? {} : options, answer);
  process.nextTick(() => answer(Object.assign(new Error(`${host} is not looked up here.`), { code: 'ENOTFOUND' })));
};
