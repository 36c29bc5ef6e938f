<%@ tag description="How programs ask the same question, one language each." pageEncoding="UTF-8" trimDirectiveWhitespaces="true" %>
<%@ attribute name="calls" required="true" type="java.util.List" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<c:forEach var="call" items="${calls}"><details><summary><c:out value="${call.language()}"/></summary>
<pre tabindex="0"><code><c:out value="${call.text()}"/></code></pre>
</details></c:forEach>
