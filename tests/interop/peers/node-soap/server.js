// server.js PORT OUT: the services of the two contracts beside this file, by node-soap, which lies in OUT.
const fs = require("fs");
const http = require("http");
const path = require("path");

const [port, out] = process.argv.slice(2);
const soap = require(path.join(path.resolve(out), "node_modules", "soap"));

// What node-soap makes of what a service throws.
const FAULTS = {
  plain: () => new Error("a plain error"),
  v11: () => ({
    Fault: {
      faultcode: "soap:Client.BadArguments",
      faultstring: "bad <symbol>",
      detail: { code: 7, why: { text: "because" } },
    },
  }),
  v12: () => ({
    Fault: {
      Code: { Value: "soap:Sender", Subcode: { Value: "rpc:BadArguments" } },
      Reason: { Text: "Processing Error" },
      statusCode: 400,
    },
  }),
  success: () => ({ Fault: { faultcode: "soap:Server", faultstring: "with status 200", statusCode: 200 } }),
};

const documents = {
  Documents: {
    DocumentsPort: {
      quote: ({ symbol }) => {
        if (symbol in FAULTS) {
          throw FAULTS[symbol]();
        }
        return { price: 19.56, symbol };
      },
      echo: (request) => ({ item: request?.item ?? [] }),
      notify: () => null,
    },
  },
};

const procedures = {
  Procedures: {
    ProceduresPort: {
      greet: ({ name, times }) => ({ greeting: `Hello ${name.$value ?? name}, ${times.$value ?? times}` }),
    },
  },
};

const server = http.createServer((_, response) => {
  response.statusCode = 404;
  response.end();
});
server.listen(Number(port), "127.0.0.1", () => {
  for (const [name, services] of Object.entries({ documents, procedures })) {
    const uri = path.join(__dirname, `${name}.wsdl`);
    soap.listen(server, { path: `/${name}`, services, xml: fs.readFileSync(uri, "utf8"), uri });
  }
});
