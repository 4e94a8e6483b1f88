#!/usr/bin/env bash
# Starts every server configuration of the README on 127.0.0.1 and checks what it answers.
#
#   tests/hosting/run.sh                  checks them all
#   tests/hosting/run.sh nginx storage    only these (copy nginx caddy apache storage)
#
# SANAD_SITE=DIR     a site that is built already; without it the site is built first
# SANAD=FILE         the program; without it cargo makes it
# HOSTING_TEXT=FILE  take the examples from this file
set -euo pipefail
export LC_ALL=C PATH="$PATH:/usr/sbin:/sbin"
umask 022
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)

passed=0 failed=0
pass() { passed=$((passed + 1)); echo "ok    $1"; }
fail() { failed=$((failed + 1)); echo "FAIL  $1${2:+: $2}"; }
# check "what" COMMAND…: passes when the command does.
check() { local what=$1; shift; if "$@"; then pass "$what"; else fail "$what" "${why:-}"; fi; why=; }
die() { echo "$1" >&2; exit 1; }
# tool PROGRAM PACKAGE
tool() {
    command -v "$1" >/dev/null && return
    fail "$part: $1 is installed" "install the Debian package $2"
    return 1
}

# ---- clean up whatever happens
tmp=$(mktemp -d); chmod 755 "$tmp"
running=
children=()
stop() {
    [ "${#children[@]}" = 0 ] || kill "${children[@]}" 2>/dev/null || true
    [ -n "$running" ] || return 0
    kill "$running" 2>/dev/null || true
    for _ in {1..50}; do kill -0 "$running" 2>/dev/null || break; sleep 0.05; done
    kill -KILL "$running" 2>/dev/null || true
    wait "$running" 2>/dev/null || true
    running=
}
trap 'stop; rm -rf "$tmp"' EXIT
trap 'exit 130' INT TERM

# ---- the examples
if [ -n "${HOSTING_TEXT:-}" ]; then text=$HOSTING_TEXT
else text=$top/README.md; fi
[ -r "$text" ] || die "there is no $text with the examples"
# block LANGUAGE WORD: the first fenced block of this language under "## Hosting" that holds the word.
block() {
    awk -v fence='```' -v language="$1" -v word="$2" '
        !on && /^## / { inside = ($0 == "## Hosting") }
        !inside { next }
        on && $0 == fence { on = 0; if (index(body, word)) { printf "%s", body; found = 1; exit } next }
        on { body = body $0 "\n"; next }
        $0 == fence language { on = 1; body = ""; next }
        END { exit !found }' "$text" || die "$text: no \`\`\`$1 block with \"$2\" under ## Hosting"
}

# ---- the site
sanad=(cargo run -q --)
[ -z "${SANAD:-}" ] || sanad=("$SANAD")
built=${SANAD_SITE:-}
if [ -z "$built" ]; then
    built=$tmp/built
    (cd "$top" && "${sanad[@]}" build --quiet --out "$built") || die "the site could not be built"
fi
built=$(cd "$built" && pwd)
offices=()
for folder in "$built"/*.*/; do [ -f "$folder/404.html" ] && offices+=("$(basename "$folder")"); done
[ "${#offices[@]}" -ge 2 ] || die "$built: two offices are needed, to see that they are never mixed up"
host=${offices[0]} other=${offices[1]}
case " ${offices[*]} " in *" doict.rupganj.narayanganj.gov.bd "*)
    host=doict.rupganj.narayanganj.gov.bd
    [ "$other" != "$host" ] || other=${offices[0]} ;;
esac
directory=portals.example.gov.bd

# What the servers serve: the site, and things laid out to be found by a server that is too open.
site=$tmp/srv
secret=this-must-never-be-served
cp -R "$built" "$site"
chmod -R a+rX "$site"
mkdir -p "$site/.sanad" "$site/$host/.hidden"
for file in "$tmp/outside" "$site/.sanad/lock" "$site/.sanad/index.html" "$site/$host/.hidden/index.html"; do
    echo "$secret" >"$file"
done
mkdir -p "$site/$host/assets/empty" "$site/$host/.well-known"
echo Contact: >"$site/$host/.well-known/security.txt"
echo '{}' >"$site/$host/site.webmanifest"
# A page that speaks of templates must not become one.
printf '<p>{{now}} <!--#echo var="DATE_LOCAL" --></p>' >>"$site/$host/404.html"
# Compressed pages beside the pages. The marker in the charter's tells the file from what a server compresses itself.
{ cat "$site/$host/charter/index.html"; echo '<!-- precompressed -->'; } | gzip -9n >"$site/$host/charter/index.html.gz"
gzip -9nk "$site/$host/404.html"
# Attachments: an ordinary one, and what a browser or a server could take for a page, a picture with scripts or a program.
active='evil.shtml evil.svgz evil.xht evil.html.fr evil.svg.br evil.php evil.html evil.svg'
mkdir -p "$site/$host/files"
printf '%%PDF-1.4 an order\n' >"$site/$host/files/order.pdf"
for name in $active; do
    printf '<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script><!--#echo var="DATE_LOCAL" --><?php echo 6*7 ?></html>' \
        >"$site/$host/files/$name"
done
style=$(cd "$site/$host" && ls assets/style.*.css | head -n 1)
icon=$(cd "$site/$host" && ls assets/icon.*.svg | head -n 1)

# ---- asking
port=
free_port() {
    for _ in {1..100}; do
        # Every part has its own range, for the parts run at the same time.
        case $part in nginx) port=20000 ;; caddy) port=24000 ;; *) port=28000 ;; esac
        port=$((port + RANDOM % 4000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || return 0
    done
    die "no free port on 127.0.0.1"
}
# get HOST PATH [curl options]: fills $status, $head (file), $body (file).
head=$tmp/head body=$tmp/body
get() {
    local name=$1 path=$2; shift 2
    : >"$head"; : >"$body"
    status=$(curl -s --noproxy '*' --path-as-is --max-time 5 -D "$head" -o "$body" -w '%{http_code}' \
        -H "Host: $name" "$@" "http://127.0.0.1:$port$path") || true
}
header() { tr -d '\r' <"$head" | sed -n "s/^$1: *//Ip"; }
status_is() { why="status $status"; [ "$status" = "$1" ]; }
header_is() { why="$1: $(header "$1")"; [ "$(header "$1")" = "$2" ]; }
header_like() { why="$1: $(header "$1")"; [[ "$(header "$1")" =~ $2 ]]; }
same_file() { why="the answer is not $1"; cmp -s "$body" "$site/$1"; }
holds() { why="\"$1\" is not in the answer"; grep -qF -- "$1" "$body"; }
# Nothing of any office and no secret in the answer.
nothing() {
    why="status $status"
    [ "$status" != 200 ] || return 1
    why="a page of an office in the answer"
    ! grep -qE '<html lang=|stylesheet|gov\.bd</|'"$secret" "$body" "$head"
}
no_secret() { why="status $status, and the hidden file"; ! grep -qF "$secret" "$body" && [ "$status" != 200 ]; }
# The portal's own page for what is missing, with its status.
own_404() {
    why="status $status"; [ "$status" = 404 ] || return 1
    why="not the portal's own 404 page"
    holds "$(grep -o '<title>[^<]*</title>' "$site/$host/404.html")" || return 1
    holds '{{now}} <!--#echo' || return 1
}

policy_of() { header Content-Security-Policy; }
check_headers() { # WHAT BASE
    local policy part
    policy="; $(policy_of);"
    for part in "default-src 'none'" "style-src 'self'" "img-src 'self'" "script-src 'self'" "connect-src 'self'" \
        "manifest-src 'self'" "worker-src 'self'" "base-uri '$2'" "form-action 'self'" "frame-ancestors 'none'"; do
        why="\"$part\" is not in $policy"
        [[ "$policy" == *"; $part;"* ]] || { fail "$1: content policy" "$why"; why=; return; }
    done
    why=; pass "$1: content policy"
    check "$1: nosniff" header_is X-Content-Type-Options nosniff
    check "$1: no referrer" header_is Referrer-Policy no-referrer
}

# Saved, not shown; and if shown, then as nobody's page. Each header once.
check_attachment() { # WHAT
    check "$1: is saved, not shown" header_is Content-Disposition attachment
    check "$1: has no rights" header_is Content-Security-Policy sandbox
    check "$1: nosniff" header_is X-Content-Type-Options nosniff
    check "$1: no referrer" header_is Referrer-Policy no-referrer
}

# Every link of the page in $body, shown at the address PATH, leads to something.
links_work() { # PATH
    local at=$1 folder base link target count=0 page=$tmp/page policy
    cp "$body" "$page"
    policy=$(policy_of)
    folder=${at%/*}/
    base=$(grep -oE "<base href=[^>]*>" "$page" | head -n 1 | sed -E "s/<base href=[\"']?([^\"'>]*)[\"']?>/\1/") || base=
    if [ -n "$base" ]; then
        why="base $base"; [ "$base" = / ] || return 1
        why="the policy forbids the base"; [[ "$policy" == *"base-uri 'self'"* ]] || return 1
        folder=/
    fi
    while read -r link; do
        case $link in
            *:* | //*) continue ;;
            '#'*) why="$link leaves the page, for the base is $base"; [ -z "$base" ] || return 1; continue ;;
            /*) target=$link ;;
            *) target=$folder$link ;;
        esac
        get "$host" "${target%%#*}"
        count=$((count + 1))
        why="$link leads to $target, status $status"
        case $target in
            */404.html\#*) grep -qE "id=\"?${target##*#}[ >\"]" "$body" || return 1 ;;
            *) [ "$status" = 200 ] || return 1 ;;
        esac
    done < <(grep -oE "(href|src)=(\"[^\"]*\"|'[^']*'|[^ >]+)" "$page" | grep -vF "href='/'" |
        sed -E "s/^[a-z]+=[\"']?//; s/[\"']$//" | sort -u)
    why="only $count links"; [ "$count" -ge 10 ]
}

# ---- the checks every server has to pass
checks() { # SERVER
    local s=$1 path name tag

    for path in / /index.html /charter/ /charter/index.html; do
        get "$host" "$path"
        check "$s: $path answers 200" status_is 200
        check "$s: $path is the right file" same_file "$host${path%index.html}/index.html"
        check "$s: $path is UTF-8 HTML" header_like Content-Type '^text/html; *charset=(utf|UTF)-8$'
        check "$s: $path is asked for again" header_is Cache-Control no-cache
        check_headers "$s: $path" none
    done
    get "$host" /charter/
    tag=$(header ETag)
    get "$host" /charter/ -H "If-None-Match: $tag"
    check "$s: an unchanged page answers 304" status_is 304
    get "$host" /charter
    check "$s: /charter leads to /charter/" header_like Location "^(http://$host(:$port)?)?/charter/$"
    get "$host" //evil.example/../charter
    check "$s: no redirect to a foreign host" eval '! [[ "$(header Location)" =~ ^(//|https?://evil) ]]'

    get "$host" /charter/charter.json
    check "$s: charter.json answers 200" status_is 200
    check "$s: charter.json is JSON" header_like Content-Type '^application/json(;.*)?$'
    check "$s: charter.json is asked for again" header_is Cache-Control no-cache
    get "$host" /contact/office.vcf
    check "$s: the card for contacts answers 200" status_is 200
    check "$s: the card for contacts is a vCard in UTF-8" header_like Content-Type '^text/vcard; *charset=utf-8$'
    get "$host" /notices/feed.xml
    check "$s: the feed answers 200" status_is 200
    check "$s: the feed is Atom" header_like Content-Type '^application/atom\+xml(;.*)?$'
    get "$host" /site.webmanifest
    check "$s: a web manifest has its type" header_like Content-Type '^application/manifest\+json(;.*)?$'
    get "$host" /.well-known/security.txt
    check "$s: /.well-known/ is served" status_is 200

    get "$host" /sw.js
    check "$s: the service worker answers 200" status_is 200
    check "$s: the service worker is the portal's own" same_file "$host/sw.js"
    check "$s: the service worker is a script" header_like Content-Type '^(text|application)/javascript(;.*)?$'
    check "$s: the service worker is asked for again" header_is Cache-Control no-cache
    check_headers "$s: the service worker" none
    get "$host" /sw.js -H "If-None-Match: $(header ETag)"
    check "$s: an unchanged service worker answers 304" status_is 304
    get "$host" /sw.js -I
    check "$s: a service worker can ask whether it is still there" status_is 200
    get "$directory" /sw.js
    check "$s: directory: has no service worker" eval 'why="status $status"; [[ $status = 40[34] ]]'
    get "$directory" "/$host/sw.js"
    check "$s: directory: a portal in it has its own" same_file "$host/sw.js"

    for path in order.pdf $active; do
        for name in "$host /files/$path" "$directory /$host/files/$path" "$host //%66iles//$path"; do
            get "${name% *}" "${name#* }"
            check "$s: ${name#* } answers 200" status_is 200
            check "$s: ${name#* } comes as it is" same_file "$host/files/$path"
            check_attachment "$s: ${name#* }"
        done
    done
    get "$host" /files/order.pdf
    check "$s: a PDF has its type" header_is Content-Type application/pdf
    check "$s: an attachment is asked for again" header_is Cache-Control no-cache
    get "$host" /files/order.pdf -H 'Range: bytes=0-3'
    check "$s: a part of an attachment can be had" status_is 206
    check_attachment "$s: a part of an attachment"
    get "$host" /files/order.pdf -H "If-None-Match: $(header ETag)"
    check "$s: an unchanged attachment answers 304" status_is 304
    get "$host" /files/order.pdf --compressed -H 'Accept-Encoding: gzip, br'
    check "$s: an attachment comes whole when compression is asked for" same_file "$host/files/order.pdf"
    get "$host" /files/none.html
    check "$s: a missing attachment answers the own 404 page" own_404
    check "$s: a missing attachment: the page is shown" header_is Content-Disposition ''
    check_headers "$s: a missing attachment" "$(grep -q '<base ' "$body" && echo self || echo none)"
    for path in / /charter/ "/$style"; do
        get "$host" "$path"
        check "$s: $path is no attachment" header_is Content-Disposition ''
    done

    for path in "/$style text/css" "/$icon image/svg\+xml"; do
        get "$host" "${path% *}"
        check "$s: ${path% *} answers 200" status_is 200
        check "$s: ${path% *} has its type" header_like Content-Type "^${path#* }(;.*)?\$"
        check "$s: ${path% *} is kept for ever" header_is Cache-Control 'public, max-age=31536000, immutable'
        check_headers "$s: ${path% *}" none
    done
    get "$host" /assets/style.00000000.css
    check "$s: a missing asset answers the own 404 page" own_404
    check "$s: a missing asset is not kept" header_is Cache-Control no-cache
    get "$host" /assets/empty/
    check "$s: a folder is not listed" eval 'why="status $status"; [[ $status = 40[34] ]] && ! grep -qi "index of" "$body"'

    get "$host" / --compressed -H 'Accept-Encoding: gzip'
    check "$s: pages are compressed" header_is Content-Encoding gzip
    check "$s: a compressed page is whole" same_file "$host/index.html"
    check "$s: caches are told so" header_like Vary '[Aa]ccept-[Ee]ncoding'
    get "$host" "/$style" --compressed -H 'Accept-Encoding: gzip'
    check "$s: styles are compressed" header_is Content-Encoding gzip
    get "$host" /charter/ --compressed -H 'Accept-Encoding: gzip'
    if [ "$s" = apache ]; then check "$s: (compresses by itself)" same_file "$host/charter/index.html"
    else check "$s: the compressed file beside a page is used" holds '<!-- precompressed -->'; fi

    for path in /no/such/page /services/old/page /services/old/page/ /charter/index.html/x /404.html; do
        get "$host" "$path"
        if [ "$path" = /404.html ] && [ "$status" = 200 ]; then status=404; fi # asked for by name: either will do
        check "$s: $path answers the own 404 page" own_404
    done
    get "$host" /services/old/page
    check "$s: 404 is UTF-8 HTML" header_like Content-Type '^text/html; *charset=(utf|UTF)-8$'
    check "$s: 404 is asked for again" header_is Cache-Control no-cache
    check_headers "$s: 404" "$(grep -q '<base ' "$body" && echo self || echo none)"
    check "$s: a deep 404 page has working links" links_work /services/old/page
    get "$host" /services/old/page --compressed -H 'Accept-Encoding: gzip'
    check "$s: a deep 404 page has working links when compressed" links_work /services/old/page
    get "$host" /no/such/page -X POST -d x=1
    check "$s: a POST changes nothing" eval 'why="status $status"; [[ $status = 40[45] ]]'

    # Hosts
    get "$other" /
    check "$s: another office has its own page" same_file "$other/index.html"
    get "$host:8080" /charter/
    check "$s: a host with a port works" same_file "$host/charter/index.html"
    for name in "$(tr a-z A-Z <<<"$host")" "$host." ; do
        get "$name" /
        check "$s: $name: its office or none" eval '[ "$status" = 200 ] && same_file "$host/index.html" || nothing'
    done
    for name in .sanad ..sanad .sanad. .SANAD .. . x/../.sanad "$host/../.sanad" "$host/.hidden" '..%2f.sanad' '%2esanad' \
        '\..\.sanad' assets index.html unknown.gov.bd "x.$host" "$host.gov.bd" "$host.." 127.0.0.1 '[::1]' localhost '*' ; do
        get "$name" /
        check "$s: host $name gets nothing" nothing
        get "$name" /lock
        check "$s: host $name gets no file" nothing
    done
    get unknown.gov.bd /assets/x.css
    check "$s: an unknown host's 404 is not kept" eval '! [[ "$(header Cache-Control)" =~ immutable ]]'
    get x / -H 'Host:' --http1.0
    check "$s: no host gets nothing" nothing
    get x / --http1.0 -H 'Host;'
    check "$s: an empty host gets nothing" nothing
    get "$host" / --request-target 'http://.sanad/lock'
    check "$s: a host in the request line gets no secret" no_secret
    get .sanad / --request-target "http://$host/../.sanad/lock"
    check "$s: a path in the request line gets no secret" no_secret

    # Paths
    for path in /.sanad/lock /.sanad/ /../.sanad/lock /charter/../../.sanad/lock /%2e%2e/.sanad/lock /..%2f.sanad/lock \
        '/..%5c.sanad/lock' /%2esanad/lock //.sanad/lock '/x/../../../outside' /../../outside /%2e%2e%2f%2e%2e%2foutside \
        /.hidden/ /.hidden/index.html /%2ehidden/index.html /charter/..%2f.hidden/index.html /.hidden%00/; do
        get "$host" "$path"
        check "$s: $path is not served" no_secret
        get "$directory" "$path"
        check "$s: directory: $path is not served" no_secret
    done
    get "$directory" "/$host/.hidden/index.html"
    check "$s: directory: an office's hidden file is not served" no_secret

    get "$directory" /
    check "$s: directory: the list of offices" same_file index.html
    check_headers "$s: directory" none
    get "$directory" "/$host/charter/"
    check "$s: directory: its links work" same_file "$host/charter/index.html"
    for asset in "$site"/assets/*; do
        get "$directory" "/assets/${asset##*/}"
        check "$s: directory: /assets/${asset##*/} answers 200" status_is 200
        check "$s: directory: /assets/${asset##*/} is kept for ever" header_is Cache-Control 'public, max-age=31536000, immutable'
    done
}

# start COMMAND…: in the background, until it answers.
start() {
    local log=$tmp/$part.log
    "$@" >"$log" 2>&1 &
    running=$!
    for _ in {1..100}; do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && { pass "$part: starts"; return 0; }
        kill -0 "$running" 2>/dev/null || break
        sleep 0.05
    done
    fail "$part: starts" "$(cat "$log" "$tmp/$part".d/error.log 2>/dev/null | tail -n 3 | tr '\n' ' ')"
    stop
    return 1
}
# The block, with the test's own folder.
adapted() { block "$1" "$2" | sed "s#/srv/public#$site#g"; }

part_nginx() {
    tool nginx nginx || return 0
    local dir=$tmp/nginx.d
    mkdir "$dir"
    free_port
    adapted nginx 'server {' | sed -E "/listen \[::\]/d; s/listen 80\b/listen 127.0.0.1:$port/" >"$dir/sanad.conf"
    {
        [ "$(id -u)" != 0 ] || echo 'user www-data;'
        echo "daemon off; worker_processes 1; pid $dir/pid; error_log $dir/error.log;"
        echo 'events { worker_connections 64; }'
        echo "http { access_log off; default_type application/octet-stream; include /etc/nginx/mime.types;"
        for kind in client_body proxy fastcgi uwsgi scgi; do echo "${kind}_temp_path $dir/$kind;"; done
        echo "include $dir/sanad.conf; }"
    } >"$dir/nginx.conf"
    start nginx -e "$dir/error.log" -p "$dir" -c "$dir/nginx.conf" || return 0
    checks nginx
    check "nginx: nothing to complain about in its log" eval '! why=$(grep -E "\[(warn|alert|emerg|crit)\]" '"$dir/error.log"')'
    stop
}

part_caddy() {
    tool caddy caddy || return 0
    local dir=$tmp/caddy.d
    mkdir "$dir"
    free_port
    { printf '{\n\tadmin off\n\tdefault_bind 127.0.0.1\n}\n'; adapted caddy ':80 {' | sed "s/^:80 /:$port /"; } >"$dir/Caddyfile"
    start env HOME="$dir" XDG_DATA_HOME="$dir" XDG_CONFIG_HOME="$dir" \
        caddy run --config "$dir/Caddyfile" --adapter caddyfile || return 0
    checks caddy
    check "caddy: no fault in its log" eval '! why=$(grep -E "\"status\":5|not defined|error handling handler" '"$tmp/caddy.log"' | head -n 2)'
    check "caddy: the example is formatted as caddy likes it" eval '! grep -q "not formatted" '"$tmp/caddy.log"
    stop
}

part_apache() {
    tool apache2 apache2 || return 0
    local dir=$tmp/apache.d mods=/etc/apache2/mods-available name
    local modules='mpm_event authz_core authz_host alias autoindex dir env filter mime negotiation reqtimeout setenvif'
    mkdir "$dir"
    free_port
    adapted apache '<VirtualHost' | sed "s/\*:80>/127.0.0.1:$port>/" >"$dir/sanad.conf"
    # Debian's usual modules, and those the first line of the example names.
    modules="$modules $(sed -n 's/^# a2enmod //p' "$dir/sanad.conf")"
    {
        echo "ServerRoot $dir"
        echo "ServerName localhost"
        echo "DefaultRuntimeDir $dir"
        echo "PidFile $dir/pid"
        echo "ErrorLog $dir/error.log"
        echo "Listen 127.0.0.1:$port"
        for name in $modules; do cat "$mods/$name.load"; done
        [ "$(id -u)" != 0 ] || printf 'User www-data\nGroup www-data\n'
        for name in $modules; do [ ! -f "$mods/$name.conf" ] || echo "Include $mods/$name.conf"; done
        printf '<Directory />\nOptions FollowSymLinks\nAllowOverride None\nRequire all denied\n</Directory>\n'
        echo "Include $dir/sanad.conf"
    } >"$dir/apache.conf"
    start apache2 -d "$dir" -f "$dir/apache.conf" -DFOREGROUND || return 0
    checks apache
    stop
}

part_storage() {
    tool rclone rclone || return 0
    local dir=$tmp/storage.d
    mkdir -p "$dir/buckets" "$dir/made"
    cp -R "$built" "$dir/made/public"
    echo "$secret" >"$dir/made/public/.sanad-secret"
    block sh 'rclone ' >"$dir/upload.sh"
    mkdir -p "$dir/made/public/$host/files" "$dir/bin"
    for name in order.pdf evil.shtml; do echo "$name" >"$dir/made/public/$host/files/$name"; done
    # Headers are the store's to keep, and a folder keeps none: so what each command uploads with which is written down.
    printf '#!/bin/sh\necho "# $*" >>"%s"\nexec "%s" -v "$@" 2>>"%s"\n' "$dir/told" "$(command -v rclone)" "$dir/told" >"$dir/bin/rclone"
    chmod +x "$dir/bin/rclone"
    upload() {
        (cd "$dir/made" && PATH="$dir/bin:$PATH" STORE=store RCLONE_CONFIG="$dir/none.conf" RCLONE_CONFIG_STORE_TYPE=alias \
            RCLONE_CONFIG_STORE_REMOTE="$dir/buckets" bash -euo pipefail "$dir/upload.sh") >"$dir/log" 2>&1
    }
    why_log() { "$@" || { why=$(grep -v NOTICE "$dir/log" | tail -n 3); return 1; }; }
    check "storage: the upload runs" why_log upload
    check "storage: a bucket for each office and no other" eval \
        'why=$(ls -A "'"$dir"'/buckets" | tr "\n" " "); [ "$(ls -A "'"$dir"'/buckets")" = "$(printf "%s\n" "${offices[@]}" | sort)" ]'
    check "storage: a bucket holds the whole portal" diff -rq "$dir/made/public/$host" "$dir/buckets/$host"
    # uploaded_with HEADER: what was, each name below its portal.
    uploaded_with() {
        awk -v header="$1" '/^# /{ on = index($0, header) } on && /: Copied/ { sub(/^.*INFO *: /, ""); sub(/: Copied.*$/, ""); print }' "$dir/told"
    }
    check "storage: attachments are saved, not shown" eval \
        'why=$(uploaded_with "Content-Disposition: attachment" | tr "\n" " "); [ "$why" = "files/evil.shtml files/order.pdf " ] || [ "$why" = "files/order.pdf files/evil.shtml " ]'
    check "storage: attachments are asked for again" eval 'uploaded_with "Cache-Control: no-cache" | grep -qx files/order.pdf'
    check "storage: each file is uploaded once" eval 'why=$(grep -c "^.*files/order.pdf: Copied" "'"$dir/told"'"); [ "$why" = 1 ]'
    check "storage: the generator's folder is not uploaded" eval '! grep -rqF "$secret" "'"$dir"'/buckets"'
    rm "$dir/made/public/$host/charter/charter.json" "$dir/made/public/$host/$style" "$dir/made/public/$host/files/evil.shtml"
    echo new >"$dir/made/public/$host/assets/style.ffffffff.css"
    check "storage: the second upload runs" why_log upload
    check "storage: a page that went is gone" test ! -e "$dir/buckets/$host/charter/charter.json"
    check "storage: an attachment that went is gone" test ! -e "$dir/buckets/$host/files/evil.shtml"
    check "storage: an old asset stays for open pages" test -e "$dir/buckets/$host/$style"
    check "storage: a new asset is there" test -e "$dir/buckets/$host/assets/style.ffffffff.css"
}

part_copy() {
    tool rsync rsync || return 0
    local dir=$tmp/copy.d
    mkdir -p "$dir/made" "$dir/srv/gone.gov.bd"
    cp -R "$built" "$dir/made/public"
    mkdir -p "$dir/made/public/.sanad"
    echo "$secret" >"$dir/made/public/.sanad/lock"
    echo old >"$dir/srv/gone.gov.bd/index.html"
    # shellcheck disable=SC2016
    block sh 'rsync ' | sed "s#\"\${SERVER:?}:/srv/public/\"#\"$dir/srv/\"#" >"$dir/copy.sh"
    check "copy: the command is the test's to run here" grep -qF "$dir/srv/" "$dir/copy.sh"
    grep -qF "$dir/srv/" "$dir/copy.sh" || return 0
    check "copy: runs" eval '(cd "'"$dir/made"'" && bash -euo pipefail "'"$dir/copy.sh"'")'
    check "copy: the site is there" diff -rq -x .sanad "$built" "$dir/srv"
    check "copy: the generator's folder stays at home" test ! -e "$dir/srv/.sanad"
    check "copy: an office that went is gone" test ! -e "$dir/srv/gone.gov.bd"
    # Only what changed travels: a build keeps the time of every file that stays the same. A notice is a page; it stands on
    # the first page, in the list of notices, in the site map and in what the search can find: all this in both languages;
    # and in the feed, in the sitemap and in the list of what browsers keep.
    local few=13
    cp -R "$top/content" "$dir/content"
    local rebuild=("${sanad[@]}" build --content "$dir/content" --out "$dir/second")
    check "copy: a first build" eval '(cd "$top" && "${rebuild[@]}" --quiet)'
    rsync -a --exclude=/.sanad "$dir/second/" "$dir/there/"
    printf -- '---\ntitle: নমুনা\ndate: 2025-07-02\n---\nলেখা\n' \
        >"$dir/content/doict/offices/rupganj.narayanganj/notices/sample.md"
    check "copy: a build after a new notice" eval '(cd "$top" && "${rebuild[@]}" --json) >"$dir/report"'
    local written sent
    written=$(grep -o '"written":[0-9]*' "$dir/report" | tr -dc 0-9)
    sent=$(rsync -a --itemize-changes --exclude=/.sanad "$dir/second/" "$dir/there/" | grep -c '^>f' || true)
    check "copy: rsync sends the $written files that changed and no other" test "$sent" = "$written" -a "$sent" -gt 0 -a "$sent" -le "$few"
    if tool rclone rclone; then
        rm "$dir/content/doict/offices/rupganj.narayanganj/notices/sample.md"
        rclone sync --config /dev/null "$dir/second" "$dir/there.rclone" --exclude '/.sanad/**' 2>/dev/null
        (cd "$top" && "${rebuild[@]}" --json) >"$dir/report"
        written=$(grep -o '"written":[0-9]*' "$dir/report" | tr -dc 0-9)
        sent=$(rclone sync --config /dev/null -v "$dir/second" "$dir/there.rclone" --exclude '/.sanad/**' 2>&1 | grep -cE 'Copied' || true)
        check "copy: rclone sends the $written files that changed and no other" test "$sent" = "$written" -a "$sent" -gt 0 -a "$sent" -le "$few"
    fi
}

why=
command -v curl >/dev/null || die "curl is not installed; install the Debian package curl"
for part in "$@"; do
    declare -F "part_$part" >/dev/null || die "there is no part $part: copy nginx caddy apache storage"
done
if [ $# = 1 ]; then
    part=$1
    "part_$part"
else
    # Several parts: each by its own, all at the same time, told one after the other.
    [ $# -gt 0 ] || set -- copy nginx caddy apache storage
    for part in "$@"; do
        SANAD_SITE=$built "$here/run.sh" "$part" >"$tmp/told.$part" 2>&1 &
        children+=("$!")
    done
    for part in "$@"; do
        wait "${children[0]}" || true
        children=("${children[@]:1}")
        sed '$d' "$tmp/told.$part"
        if [[ "$(tail -n 1 "$tmp/told.$part")" =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
            passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2]))
        else
            tail -n 1 "$tmp/told.$part"
            fail "$part: comes to its end"
        fi
    done
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
