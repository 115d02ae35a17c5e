/** Ways to name ourselves and our neighbours. PORT is where somebody listens; those without it would reach whatever listens on 80. */
export const HOSTILE_ADDRESSES: readonly string[] = [
  'http://127.0.0.1:PORT/', 'http://localhost:PORT/', 'http://localhost.:PORT/', 'http://LOCALHOST:PORT/', 'http://127.1:PORT/', 'http://127.0.1:PORT/',
  'http://2130706433:PORT/', 'http://0x7f000001:PORT/', 'http://0x7f.0.0.1:PORT/', 'http://0177.0.0.1:PORT/', 'http://017700000001:PORT/', 'http://127.0.0.1.:PORT/',
  'http://0:PORT/', 'http://0.0.0.0:PORT/', 'http://[::1]:PORT/', 'http://[::]:PORT/', 'http://[::ffff:127.0.0.1]:PORT/', 'http://[::ffff:7f00:1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/', 'http://[::127.0.0.1]:PORT/', 'http://[64:ff9b::7f00:1]:PORT/', 'http://[2002:7f00:1::]:PORT/', 'http://[fe80::1]/', 'http://[fe80::1%25lo]/',
  'http://１２７.０.０.１:PORT/', 'http://127。0。0。1:PORT/', 'http://①②⑦.⓪.⓪.①:PORT/', 'http://ⓛocalhost:PORT/', 'http://%31%32%37.0.0.1:PORT/', 'http://127.0.0.1:PORT\\@example.org/',
  'http://example.org@127.0.0.1:PORT/', 'http://user:pass@example.org/', 'http://example.org:80@127.0.0.1:PORT/', 'http://example.org#@127.0.0.1:PORT/', 'http://127.0.0.1:PORT#example.org/',
  'http://169.254.169.254/latest/meta-data/', 'http://10.0.0.1/', 'http://172.16.0.1/', 'http://192.168.0.1/', 'http://100.64.0.1/', 'http://198.18.0.1/', 'http://224.0.0.1/',
  'http://metadata.google.internal/', 'http://printer.local/', 'http://intranet/', 'http://fans.localhost:PORT/', 'http://example.org:PORT/', 'http://example.org:22/', 'https://example.org:8443/',
  'file:///etc/passwd', 'gopher://127.0.0.1:PORT/', 'ftp://127.0.0.1:PORT/', 'data:text/html,hello', 'javascript:alert(1)', 'ws://127.0.0.1:PORT/', '//127.0.0.1:PORT/', 'http:127.0.0.1:PORT', 'http:///127.0.0.1:PORT/',
  'http://xn--/', 'http://exa mple.org/', 'http://exa\nmple.org/', '', 'nonsense', `http://example.org/${'x'.repeat(2_000)}`,
];
