<?php
// GET /NAME?wsdl answers with NAME.wsdl of the folder WSDL_DIR; POST /NAME is a call of it; POST /loose is a call of a
// service without a WSDL, whose every value says its type. Words of the query change the answer: `gzip` compresses it,
// `bom` puts a byte order mark first, as scripts do that were saved with one.

require __DIR__ . "/services.php";

ini_set("soap.wsdl_cache_enabled", "0");
ini_set("display_errors", "0");

$name = basename(parse_url($_SERVER["REQUEST_URI"], PHP_URL_PATH));
$query = $_SERVER["QUERY_STRING"] ?? "";
$options = ["features" => SOAP_SINGLE_ELEMENT_ARRAYS, "cache_wsdl" => WSDL_CACHE_NONE];
if (str_contains($query, "gzip")) {
    ini_set("zlib.output_compression", "1");
}
$wsdl = getenv("WSDL_DIR") . "/$name.wsdl";
if ($name === "loose") {
    $server = new SoapServer(null, $options + ["uri" => "urn:peer:php"]);
    $server->setClass("Loose");
} elseif (!is_file($wsdl)) {
    http_response_code(404);
    return;
} elseif ($_SERVER["REQUEST_METHOD"] === "GET") {
    header("Content-Type: text/xml");
    readfile($wsdl);
    return;
} else {
    $server = new SoapServer($wsdl, $options);
    $server->setClass("Echoes");
}
ob_start();
$server->handle();
$answer = ob_get_clean();
if (str_contains($query, "bom")) {
    $answer = "\xEF\xBB\xBF" . $answer;
}
if (!str_contains($query, "gzip")) {
    header("Content-Length: " . strlen($answer));
}
echo $answer;
