"""Keystone v2.0 the way Rackspace's Cloud Files speaks it, in front of tempauth.

usage: identity-v2.py ADDRESS PORT SWIFT_URL

tempauth itself checks name and key and makes the token, so the tokens and storage URLs given out here are real.
"""
import datetime
import http.server
import json
import sys
import urllib.error
import urllib.request

ADDRESS, PORT, SWIFT = sys.argv[1], int(sys.argv[2]), sys.argv[3]
REGIONS = 'DFW', 'ORD'
DEFAULT_TENANT = 'test'


class Refused(Exception):
    """Becomes an error answer: HTTP status, name of the fault, message."""


def authenticate(auth):
    """Returns what the client's "auth" element is good for: a whole "access" element."""
    if 'passwordCredentials' in auth:
        method, credentials, secret = 'PASSWORD', auth['passwordCredentials'], 'password'
    elif 'RAX-KSKEY:apiKeyCredentials' in auth:
        method, credentials, secret = 'APIKEY', auth['RAX-KSKEY:apiKeyCredentials'], 'apiKey'
    else:
        raise Refused(400, 'badRequest', 'No credentials that this service knows.')
    user, key = credentials['username'], credentials[secret]
    tenant = auth.get('tenantName') or auth.get('tenantId') or DEFAULT_TENANT

    request = urllib.request.Request(SWIFT + '/auth/v1.0')
    request.add_header('X-Auth-User', tenant + ':' + user)
    request.add_header('X-Auth-Key', key)
    try:
        with urllib.request.urlopen(request) as response:
            headers = response.headers
    except urllib.error.HTTPError as e:
        if e.code != 401:
            raise
        raise Refused(401, 'unauthorized', 'Unable to authenticate user with credentials provided.') from e

    url = headers['X-Storage-Url']
    life = datetime.timedelta(seconds=int(headers['X-Auth-Token-Expires']))
    expires = datetime.datetime.now(datetime.timezone.utc) + life
    return {
        'token': {
            'id': headers['X-Auth-Token'],
            'expires': expires.strftime('%Y-%m-%dT%H:%M:%S.000Z'),
            'tenant': {'id': tenant, 'name': tenant},
            'RAX-AUTH:authenticatedBy': [method]},
        'user': {
            'id': user,
            'name': user,
            'RAX-AUTH:defaultRegion': REGIONS[0],
            'roles': [{'id': '1', 'name': 'object-store:admin', 'description': 'Object Store Admin'}]},
        'serviceCatalog': [{
            'name': 'cloudFiles',
            'type': 'object-store',
            'endpoints': [{'region': region, 'tenantId': tenant, 'publicURL': url, 'internalURL': url}
                          for region in REGIONS]}]}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'  # keeps connections open
    disable_nagle_algorithm = True

    def do_GET(self):
        if self.path.rstrip('/') == '/v2.0':
            self.answer(200, {'version': {'id': 'v2.0', 'status': 'CURRENT'}})
        else:
            self.fault(404, 'itemNotFound', 'Not found.')

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        if self.path.rstrip('/') != '/v2.0/tokens':
            return self.fault(404, 'itemNotFound', 'Not found.')
        try:
            self.answer(200, {'access': authenticate(json.loads(body)['auth'])})
        except Refused as e:
            self.fault(*e.args)
        except (ValueError, KeyError, TypeError):
            self.fault(400, 'badRequest', 'Malformed request.')
        except OSError as e:
            self.fault(503, 'serviceUnavailable', 'Swift does not answer: %s' % e)

    def fault(self, status, name, message):
        self.answer(status, {name: {'code': status, 'message': message}})

    def answer(self, status, document):
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)


http.server.ThreadingHTTPServer((ADDRESS, PORT), Handler).serve_forever()
