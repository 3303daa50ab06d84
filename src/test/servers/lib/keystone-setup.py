"""Fills the database of a new Keystone: users, projects, roles, catalog.

usage: keystone-setup.py KEYSTONE_CONF KEYSTONE_URL SWIFT_URL

Does in one process what takes five runs of keystone-manage, of some seconds each, and a client afterwards.
"""
import sys
import uuid

import keystone.server
from keystone.cmd.bootstrap import Bootstrapper
from keystone.common import fernet_utils, provider_api, sql
from keystone.common.sql import upgrades
import keystone.conf

REGION = 'RegionOne'
DOMAIN = 'default'

conf_file, keystone_url, swift_url = sys.argv[1:]
sys.argv = sys.argv[:1]  # oslo.config reads it, too
sql.initialize()
keystone.server.configure(config_files=[conf_file])

upgrades.offline_sync_database_to_version()

keys = fernet_utils.FernetUtils(keystone.conf.CONF.fernet_tokens.key_repository, 3, 'fernet_tokens')
keys.create_key_directory()
keys.initialize_key_repository()

base = Bootstrapper()
base.admin_username = base.project_name = base.admin_role_name = 'admin'
base.admin_password = 'adminpass'
base.service_name = 'keystone'
base.public_url = base.internal_url = base.admin_url = keystone_url
base.region_id = REGION
base.bootstrap()

api = provider_api.ProviderAPIs
project = uuid.uuid4().hex
api.resource_api.create_project(project, {'id': project, 'name': 'demo', 'domain_id': DOMAIN, 'enabled': True})
user = api.identity_api.create_user({'name': 'demo', 'password': 'demopass', 'domain_id': DOMAIN, 'enabled': True})
api.assignment_api.add_role_to_user_and_project(user['id'], project, base.member_role_id)

service = uuid.uuid4().hex
api.catalog_api.create_service(service, {'id': service, 'name': 'swift', 'type': 'object-store', 'enabled': True})
for interface in 'public', 'internal', 'admin':
    endpoint = uuid.uuid4().hex
    api.catalog_api.create_endpoint(endpoint, {
        'id': endpoint, 'service_id': service, 'region_id': REGION, 'interface': interface, 'enabled': True,
        'url': swift_url + '/v1/KEY_$(project_id)s'})
