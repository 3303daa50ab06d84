"""A filter for the proxy's pipeline: authtoken, but not for the tokens of tempauth.

authtoken would ask Keystone about each of them in every single request, because it never remembers a refusal.
"""
from keystonemiddleware import auth_token

TEMPAUTH = 'AUTH_tk'


def filter_factory(global_conf, **local_conf):
    authtoken = auth_token.filter_factory(global_conf, **local_conf)

    def make_filter(app):
        checking = authtoken(app)

        def choose(environ, start_response):
            is_tempauth = environ.get('HTTP_X_AUTH_TOKEN', '').startswith(TEMPAUTH)
            return (app if is_tempauth else checking)(environ, start_response)

        return choose

    return make_filter
