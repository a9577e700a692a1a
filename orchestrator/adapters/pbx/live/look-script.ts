/**
 * What looks at an exchange from inside, as a Perl program on the input of `perl -`. It talks to
 * Asterisk through the socket of its console, over one connection: each `asterisk -rx` costs ten
 * milliseconds, and tells of itself in the students' consoles. A command that does not exist ends
 * each answer.
 *
 * It prints parts: a line `NAME BYTES`, then so many bytes and a line end. What lists files has a NUL
 * between two, which alone can't be in a name. With the word `watch` it
 * stays until its input ends, and looks again when Asterisk tells something, when a file changes
 * in a folder that matters, and once a minute, because nobody tells of a registration that has run out.
 * Each look then ends with a part `end`.
 */
export const LOOK_SCRIPT = String.raw`
use strict;
use warnings;
use Fcntl qw(:DEFAULT F_NOTIFY DN_MODIFY DN_CREATE DN_DELETE DN_RENAME DN_ATTRIB DN_MULTISHOT);
use Socket;
use Time::HiRes qw(time);

my $etc = '/etc/asterisk';
my $spool = '/var/spool/asterisk/voicemail';
my $control = '/run/asterisk/asterisk.ctl';
my %asked = map { $_ => 1 } @ARGV;
my ($console, $count) = (undef, 0);
$| = 1;
$SIG{PIPE} = 'IGNORE';

sub part {
    my ($name, $text) = @_;
    print "$name ", length $text, "\n$text\n";
}

sub connected {
    socket(my $to, PF_UNIX, SOCK_STREAM, 0) or return;
    connect($to, sockaddr_un($control)) or return;
    my $name = '';
    while ($name !~ /\n/) { sysread($to, $name, 1, length $name) or return }
    return $to;
}

# An Asterisk that does not answer for two seconds is not asked any further.
sub ask {
    my $command = shift;
    return '' if !$console;
    my ($end, $said) = ('lab-' . ++$count, '');
    my $asking = eval {
        local $SIG{ALRM} = sub { die };
        alarm 2;
        syswrite($console, "$command\0") && syswrite($console, "$end\0") or die;
        while ($said !~ s/No such command '$end'[^\n]*\n//) {
            sysread($console, $said, 65536, length $said) or die;
        }
        1;
    };
    alarm 0;
    return $said if $asking;
    $console = undef;
    return '';
}

# Regular files, four folders deep: path, content change, modification, size.
sub files_below {
    my ($folder, $depth) = @_;
    opendir(my $names, $folder) or return ();
    my @found;
    for (sort grep { !/^\.\.?$/ } readdir $names) {
        my @about = lstat "$folder/$_" or next;
        if (-d _) { push @found, files_below("$folder/$_", $depth - 1) if $depth > 0 }
        elsif (-f _) { push @found, ["$folder/$_", $about[10], $about[9], $about[7]] }
        last if @found > 2000;
    }
    return @found;
}

sub content {
    my ($file, $most) = @_;
    return if !-f $file || -s _ > $most;
    open(my $in, '<:raw', $file) or return;
    local $/;
    return <$in> // '';
}

# Files that Asterisk makes accounts, dial plan and boxes of, with those that they include.
sub with_included {
    my @todo = @_;
    my %texts;
    while (defined(my $name = shift @todo)) {
        next if exists $texts{$name} || keys %texts >= 40 || $name =~ m{(^|/)\.\.(/|$)};
        my $text = content("$etc/$name", 262144) // next;
        $texts{$name} = $text;
        push @todo, $text =~ /^\s*#\s*(?:try)?include\s+["<]?(?:\Q$etc\E\/)?([^\s">;]+)/gmi;
    }
    return \%texts;
}

# The rows of a table, below its heading; more than forty are no class's.
sub rows {
    my (undef, @rows) = split /\n/, shift;
    return @rows > 40 ? @rows[0 .. 39] : @rows;
}

# What Asterisk works with, beside the files: only where one of them changed after it read them all.
sub running {
    my ($loaded, $files) = @_;
    my $texts = with_included('users.conf', 'extensions.conf', 'voicemail.conf', 'sip.conf');
    my %changed = map { substr($_->[0], length "$etc/") => $_->[1] } @$files;
    return if !grep { ($changed{$_} // 0) > $loaded } keys %$texts;
    part("file $_", $texts->{$_}) for sort keys %$texts;
    my $users = ask('sip show users');
    my $boxes = ask('voicemail show users');
    part('users', $users);
    part('mailboxes', $boxes);
    part('dialplan', ask('dialplan show'));
    my @names = map { /^(\S+)/ } rows($users);
    part("account $_", ask("sip show peer $_")) for @names;
    my @boxes = map { /^(\S+)\s+(\S+)\s.*\d$/ ? "$2\@$1" : () } rows($boxes);
    for (@boxes) {
        my ($pin) = ask("dialplan eval function VM_INFO($_,password)") =~ /^Result: (.*)$/m;
        part("pin $_", $pin) if defined $pin;
    }
}

sub digests {
    my @files = @_;
    my $all = 0;
    $all += $_->[3] for @files;
    return if $all > 8e6 || !eval { require Digest::SHA };
    my @lines = map { my $file = $_->[0]; eval { Digest::SHA->new(256)->addfile($file)->hexdigest . ' ' . substr($file, length "$etc/") } // () } @files;
    part('digests', join "\0", @lines);
}

sub look {
    my @files = grep { $_->[0] ne "$etc/.lab-seeded" } files_below($etc, 3);
    my @mark = lstat "$etc/.lab-seeded";
    part('now', time);
    part('installed', -x '/usr/sbin/asterisk' ? 'yes' : 'no');
    part('begun', $mark[9] // '');
    part('files', join "\0", map { "$_->[1] $_->[2] " . substr($_->[0], length "$etc/") } @files);
    part('messages', join "\0", map { substr $_, length "$spool/" } glob("$spool/*/*/*/msg*.txt"));
    digests(@files) if $asked{digests};
    $console //= connected();
    my $peers = ask('sip show peers');
    part('peers', $peers);
    if ($peers ne '') {
        part('channels', ask('core show channels count'));
        my ($ago) = ask('core show uptime seconds') =~ /^Last reload: (\d+)/m;
        if (defined $ago) {
            my $loaded = time - $ago - 1;
            part('loaded', $loaded);
            running($loaded, \@files);
        }
    }
    part('end', '');
}

if (!$asked{watch}) {
    look();
    exit;
}

$0 = 'lab-status';
pipe(my $bell, my $button);
for ($bell, $button) { fcntl($_, F_SETFL, O_NONBLOCK) }
$SIG{IO} = sub { syswrite $button, '.' };

# Whoever holds such a folder gets a signal at each change in it.
sub watched {
    sysopen(my $folder, shift, O_RDONLY) or return;
    fcntl($folder, F_NOTIFY, DN_MODIFY | DN_CREATE | DN_DELETE | DN_RENAME | DN_ATTRIB | DN_MULTISHOT);
    return $folder;
}

# A console of its own that is told of registrations and of each step of a call.
sub listening {
    my $to = connected() or return;
    syswrite $to, "core set verbose atleast 3 silent\0logger mute silent\0";
    return $to;
}

my ($listener, @folders);
sub await_change {
    my $since;
    while (1) {
        my $ready = '';
        vec($ready, fileno $_, 1) = 1 for grep { $_ } *STDIN, $bell, $listener;
        my $some = select($ready, undef, undef, $since ? 0.2 : 60);
        next if $some < 0;
        return if $some == 0 || ($since && time - $since > 1);
        exit if vec($ready, fileno STDIN, 1) && !sysread(STDIN, my $word, 4096);
        sysread($bell, my $rung, 4096);
        if ($listener && vec($ready, fileno $listener, 1) && !sysread($listener, my $told, 65536)) {
            ($listener, $console) = ();
        }
        $since ||= time;
    }
}

while (1) {
    @folders = map { watched($_) } $etc, '/run', '/run/asterisk';
    $listener ||= listening();
    look();
    await_change();
}
`;
