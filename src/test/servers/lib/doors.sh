# The doors, asked the way clients ask them. Sourced by ../swift, which sets the URLs.

ask() { curl -fsS --max-time 10 "$@" 2>/dev/null; }

ask_json() { ask -H 'Content-Type: application/json' --data @- "$@"; }

answers_v1() { ask -o /dev/null -H 'X-Auth-User: test:tester' -H 'X-Auth-Key: testing' "$proxy_url/auth/v1.0"; }

# The key stands in the URL because --user would cut it at its colon.
answers_s3() {
  ask -o /dev/null -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' --aws-sigv4 aws:amz:us-east-1:s3 \
    "${proxy_url/'//'/'//test%3Atester:testing@'}/"
}

# Not only Keystone has to answer: Swift has to believe its token.
answers_keystone_v3() {
  local answer token url
  answer=$(ask_json -i "$keystone_url/auth/tokens" <<'J'
{"auth": {
  "identity": {"methods": ["password"], "password": {
    "user": {"name": "demo", "password": "demopass", "domain": {"name": "Default"}}}},
  "scope": {"project": {"name": "demo", "domain": {"name": "Default"}}}}}
J
  ) || return
  token=$(sed -n 's/^X-Subject-Token: \([^[:space:]]*\).*/\1/Ip' <<<"$answer")
  url=$(grep -o "$proxy_url/v1/KEY_[0-9a-f]*" <<<"$answer" | sort -u)
  ask -o /dev/null -H "X-Auth-Token: $token" "$url"
}

answers_keystone_v2() {
  ask_json -o /dev/null "${identity_url}tokens" <<'J'
{"auth": {"RAX-KSKEY:apiKeyCredentials": {"username": "tester", "apiKey": "testing"}}}
J
}

write_doors() {
  cat >"$properties.new" <<P
swift.v1=$proxy_url/auth/v1.0
swift.s3=$proxy_url
swift.keystone.v3=$keystone_url
swift.keystone.v2=$identity_url
swift.access.log=$logs/proxy.log
P
  mv "$properties.new" "$properties"
}

print_doors() { cat "$properties"; }
