<?php

// What the SoapBuilders WSDLs describe: every operation answers with what it was sent, or with a fault that has it.
class Echoes
{
    public function __call($method, $arguments)
    {
        $first = $arguments[0] ?? null;
        $parts = $first instanceof stdClass ? get_object_vars($first) : [];
        if (str_contains($method, "MultipleFaults")) {
            $which = $parts["whichFault"];
            return new SoapFault("Server", "Fault of '$method'.", null, self::detail($parts["param$which"]), "ComplexFault$which");
        }
        if (str_ends_with($method, "Fault")) {
            return new SoapFault("Server", "Fault of '$method'.", "urn:actor", self::detail($first), "ComplexFault");
        }
        // A wrapper of document style: the answer has the same value in a part of its own.
        $name = array_key_first($parts) ?? "";
        if (count($parts) === 1 && preg_match('/^(input|param0)/', $name)) {
            $value = $parts[$name];
            $is_list = str_ends_with($name, "MultiOccurs") && $value instanceof stdClass;
            return ["return" => $is_list ? current(get_object_vars($value)) : $value];
        }
        return $first;
    }

    public function echoVoid()
    {
    }

    public function echoStructAsSimpleTypes($struct)
    {
        return self::outputs($struct);
    }

    public function echoSimpleTypesAsStruct($string, $integer, $float)
    {
        return (object) ["varString" => $string, "varInt" => $integer, "varFloat" => $float];
    }

    public function echoComplexTypeAsSimpleTypes($request)
    {
        return self::outputs($request->inputComplexType);
    }

    public function echoSimpleTypesAsComplexType($request)
    {
        $struct = $this->echoSimpleTypesAsStruct($request->inputString, $request->inputInteger, $request->inputFloat);
        return ["return" => $struct];
    }

    public function echoMeStringRequest($header)
    {
        return new SoapHeader("http://soapinterop.org/", "echoMeStringResponse", $header);
    }

    public function echoMeComplexTypeRequest($header)
    {
        return new SoapHeader("http://soapinterop.org/", "echoMeComplexTypeResponse", $header);
    }

    private static function detail($value)
    {
        return isset($value->varString) ? ["soapStruct" => $value] : $value;
    }

    private static function outputs($struct)
    {
        return [
            "outputString" => $struct->varString,
            "outputInteger" => $struct->varInt,
            "outputFloat" => $struct->varFloat,
        ];
    }
}

// A service without a WSDL: the values decide what they are on the wire.
class Loose
{
    public function add($a, $b)
    {
        return $a + $b;
    }

    public function text($text)
    {
        return $text;
    }

    public function nothing()
    {
        return null;
    }

    public function numbers($count)
    {
        return $count > 0 ? range(1, $count) : [];
    }

    public function mixed()
    {
        return [
            "int" => 1,
            "double" => 1.5,
            "string" => "x & y",
            "list" => [1, 2, 3],
            "null" => null,
            "bool" => true,
        ];
    }

    // One object twice: the second is a reference to the first.
    public function twice($name)
    {
        $person = (object) ["name" => $name];
        return [$person, $person];
    }

    public function boom()
    {
        throw new SoapFault("Client.BadArgument", "no good", "urn:actor", (object) ["code" => 4, "why" => "because"]);
    }

    public function crash()
    {
        throw new RuntimeException("plain exception");
    }
}
