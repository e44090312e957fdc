#!/bin/sh
# run.sh OUT PORT: TLS for the names tls.test and client.test; the second wants a certificate of the client. The answers
# are fixed: what is of interest is the way that they take.
out=$1 port=$2
# Workers of root are of another user, who may not see the folder.
user=
[ "$(id -u)" = 0 ] && user='user root;'
answer='<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><pingResponse xmlns="urn:peer:nginx">pong</pingResponse></s:Body></s:Envelope>'
cat >"$out/nginx.conf" <<N
daemon off;
$user
worker_processes 1;
pid $out/nginx.pid;
error_log $out/error.log;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path $out/body;
  proxy_temp_path $out/proxy;
  fastcgi_temp_path $out/fastcgi;
  uwsgi_temp_path $out/uwsgi;
  scgi_temp_path $out/scgi;
  default_type text/xml;
  ssl_certificate $out/server.pem;
  ssl_certificate_key $out/server.key;
  server {
    listen 127.0.0.1:$port ssl;
    server_name tls.test;
    location /ping { return 200 '$answer'; }
    location /found { return 302 https://tls.test:$port/ping; }
    location /moved { return 307 https://tls.test:$port/ping; }
    location /password {
      auth_basic peer;
      auth_basic_user_file $out/passwords;
      proxy_pass https://127.0.0.1:$port/ping;
      proxy_set_header Host tls.test;
    }
    location /busy {
      add_header Retry-After 1 always;
      return 503 busy;
    }
    location /gateway {
      default_type text/html;
      return 502 '<html><body>Bad gateway<br></body></html>';
    }
    location /slow {
      limit_rate 10;
      return 200 '$answer';
    }
    location /closed { return 444; }
    location /small {
      client_max_body_size 1k;
      return 200 '$answer';
    }
  }
  server {
    listen 127.0.0.1:$port ssl;
    server_name client.test;
    ssl_client_certificate $out/authority.pem;
    ssl_verify_client on;
    location / { return 200 '$answer'; }
  }
}
N
exec nginx -c "$out/nginx.conf" -p "$out" -e "$out/error.log"
