/** The hardware address that nobody has, and that a forged answer claims. */
const FORGED = '020000006666';

/** What every machine of a network hears. */
const EVERYBODY = 'ffffffffffff';

/**
 * A script for a root with raw sockets: says to the whole network, as an answer to ARP (RFC 826)
 * that nobody asked for, and as a question of that address', that `address` is at the forged one;
 * and sends everybody an IP packet as if it came from there.
 */
export function forgedFrames(address: string): string {
  const [network = '', team = ''] = [
    address.split('.').slice(0, 2).join('.'),
    address.split('.')[2],
  ];
  const stations = [11, 12, 200].map((host) => `${network}.${team}.${host}`);
  const hex = (ip: string) =>
    ip
      .split('.')
      .map((byte) => Number(byte).toString(16).padStart(2, '0'))
      .join('');
  const frames = stations.flatMap((target) => [
    ...['0001', '0002'].map(
      (kind) =>
        `${EVERYBODY}${FORGED}0806000108000604${kind}${FORGED}${hex(address)}${EVERYBODY}${hex(target)}`,
    ),
    `${EVERYBODY}${FORGED}0800${datagram(hex(address), hex(target))}`,
  ]);
  const packed = frames.map((frame) => `"${frame}"`).join(', ');
  // AF_PACKET, SOCK_RAW, every protocol; the address is a sockaddr_ll of the container's own eth0.
  return `perl -e '
socket(my $raw, 17, 3, 0x0300) or die "no raw socket: $!";
my $index = \`cat /sys/class/net/eth0/ifindex\`;
my $to = pack("S n i S C C a8", 17, 3, $index, 1, 0, 6, "");
for my $frame (${packed}) {
  send($raw, pack("H*", $frame), 0, $to) or die "not sent: $!";
}
print "sent\\n";'`;
}

/** An empty UDP datagram from port 5060 to port 5060, in an IPv4 packet; all in hex. */
function datagram(from: string, to: string): string {
  const [before, after] = ['4500001c000040004011', `${from}${to}`];
  const words = `${before}${after}`.match(/.{4}/g) ?? [];
  const sum = words.reduce((total, word) => total + Number.parseInt(word, 16), 0);
  const folded = (sum & 0xffff) + (sum >> 16);
  const checksum = (~((folded & 0xffff) + (folded >> 16)) & 0xffff).toString(16).padStart(4, '0');
  return `${before}${checksum}${after}13c413c400080000`;
}
