<%@ page session="false" pageEncoding="UTF-8" contentType="text/html;charset=UTF-8" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="t" tagdir="/WEB-INF/tags" %>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title><c:out value="${view.model()}"/> · Perennial</title>
<link rel="stylesheet" href="${fn:escapeXml(view.style())}">
</head>
<body>
<main id="content" class="wide">
<p class="where">Perennial's report on <c:out value="${view.model()}"/>, version <c:out value="${view.version()}"/>, watched since <t:moment moment="${view.since()}"/> · window <c:out value="${view.window()}"/>, <c:out value="${view.rows()}"/> predictions · made <t:moment moment="${view.at()}"/></p>
<h1><c:out value="${view.model()}"/></h1>
<t:diagnosis view="${view}"/>
<t:drift view="${view}"/>
<t:performance view="${view}"/>
<t:health health="${view.health()}"/>
<t:alarms view="${view}"/>
</main>
</body>
</html>
