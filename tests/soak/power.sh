#!/usr/bin/env bash
# What a power failure leaves of a build. Run by hand and by .ci/run, as root: it mounts an ext4 image of its own.
#
# The file system is shut down as the power does it: what was not on the disk yet, journal included, is gone (ext4's own
# EXT4_IOC_SHUTDOWN). Mounted again, it replays what its journal holds.
#
# 1. The power fails when the program has ended: all that was announced must be there. Without waiting for the disk
#    (--no-sync) something must be lost, or this proves nothing.
# 2. The power fails at any moment of a later build: every portal is wholly the old or wholly the new one, and the next
#    build puts everything right.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${SANAD:-$PWD/target/debug/sanad}
rounds=${ROUNDS:-25}

not_run() { echo "power.sh could NOT RUN: $1"; exit "${NOT_RUN:-0}"; }
[ "$(id -u)" = 0 ] || not_run "only root may mount"
[ -x "$program" ] || not_run "there is no program $program; cargo build makes it"
for tool in mkfs.ext4 mount umount mountpoint perl awk; do
    command -v "$tool" >/dev/null || not_run "there is no $tool"
done

work=$(mktemp -d)
disk=$work/disk
tidy() {
    if mountpoint -q "$disk"; then umount "$disk" 2>/dev/null || umount -l "$disk"; fi
    rm -rf --one-file-system "$work"
}
trap tidy EXIT
mkdir "$disk"
truncate -s 512M "$work/image"
mkfs.ext4 -q "$work/image"
mount -o loop "$work/image" "$disk" 2>/dev/null || not_run "no image can be mounted here"

power_off() {
    # 2: the journal is not written out first.
    perl -e 'open(my $f, "<", $ARGV[0]) or die; my $how = pack("L", 2); ioctl($f, 0x8004587D, $how) or die "no shutdown: $!\n"' "$disk"
}
power_on() {
    umount "$disk"
    mount -o loop "$work/image" "$disk"
}
power_off || not_run "this kernel cannot shut an ext4 down"
power_on

# Two versions of the same site, and what a build makes of each.
for version in old new; do
    mkdir "$work/$version"
    cp -r content themes "$work/$version"
done
sed -i 's/^vision: /vision: নতুন /' "$work"/new/content/*/charter.yaml
words() { # version, output, flags
    printf '%s\0' build --quiet --content "$work/$1/content" --themes "$work/$1/themes" --out "$2" "${@:3}"
}
build() {
    local typed
    mapfile -d '' -t typed < <(words "$@")
    "$program" "${typed[@]}"
}
build old "$work/is-old"
build new "$work/is-new"
same() { diff -rq -x .sanad "$1" "$2" >/dev/null; }
same "$work/is-old" "$work/is-new" && { echo "the two versions are the same; nothing can be seen"; exit 1; }

fail() { echo "FAILED: $1"; exit 1; }

after_the_end() { # flags
    rm -rf "$disk/public"; sync -f "$disk"
    build old "$disk/public" "$@"
    power_off; power_on
    same "$work/is-old" "$disk/public" 2>/dev/null
}
after_the_end || fail "a published portal was lost with the power"
echo "power failed at the end of a build: all is there"
if after_the_end --no-sync; then
    fail "nothing was lost with --no-sync either, so this proves nothing"
fi
count() { find "$1" -name .sanad -prune -o -type f -size +0 -print 2>/dev/null | wc -l || true; }
echo "the same with --no-sync: $(count "$disk/public") of $(count "$work/is-old") files are there"

# How many portals are neither old nor new; each with a note.
mixed() {
    local folder host bad=0
    for folder in "$work"/is-old/*.*/; do
        host=$(basename "$folder")
        if ! same "$work/is-old/$host" "$disk/public/$host" && ! same "$work/is-new/$host" "$disk/public/$host"; then
            echo "$host is neither old nor new" >&2
            bad=$((bad + 1))
        fi
        [ -s "$disk/public/.sanad/portals/$host" ] || { echo "$host has no note" >&2; bad=$((bad + 1)); }
    done
    echo "$bad"
}

rm -rf "$disk/public"
build old "$disk/public"
start=$(date +%s%N)
build new "$disk/public"
took=$(( ($(date +%s%N) - start) / 1000000 ))
stopped=0; moved=0; other=old; is=new
for round in $(seq "$rounds"); do
    mapfile -d '' -t typed < <(words "$other" "$disk/public")
    # The program itself, so that it can be killed; what it says of a disk without power is of no interest.
    "$program" "${typed[@]}" 2>/dev/null & child=$!
    sleep "$(awk -v ms=$((RANDOM % (took + took / 4))) 'BEGIN { print ms / 1000 }')"
    power_off
    if kill -KILL "$child" 2>/dev/null; then stopped=$((stopped + 1)); fi
    wait "$child" 2>/dev/null || true
    power_on
    [ "$(mixed)" = 0 ] || fail "round $round: a portal is mixed"
    for folder in "$work"/is-old/*.*/; do
        host=$(basename "$folder")
        if same "$work/is-$other/$host" "$disk/public/$host"; then moved=$((moved + 1)); fi
    done
    build "$other" "$disk/public"
    same "$work/is-$other" "$disk/public" || fail "round $round: the next build did not put everything right"
    previous=$is; is=$other; other=$previous
done
echo "power failed $rounds times in a build of $took ms, $stopped times before its end: no portal mixed, $moved new, all put right"
[ "$stopped" -gt 0 ] || fail "no build was stopped in time"
