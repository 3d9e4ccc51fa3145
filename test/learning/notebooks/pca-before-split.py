# expected: preprocessing
# found: preprocessing 10:1
from sklearn.datasets import fetch_olivetti_faces
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

faces = fetch_olivetti_faces()
pca = PCA(n_components=60, whiten=True)
pca.fit(faces.data)
projected = pca.transform(faces.data)
X_train, X_test, y_train, y_test = train_test_split(projected, faces.target)
svm = SVC(C=10).fit(X_train, y_train)
print(svm.score(X_test, y_test))
