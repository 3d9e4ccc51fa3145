# expected: clean
# found: clean
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.decomposition import PCA
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
df = pd.read_csv('d.csv')
X, y = df.drop('y', axis=1), df['y']
scaled = StandardScaler().fit_transform(X)
shown = PCA(2).fit_transform(scaled)
print(shown[:, 0])
X_train, X_test, y_train, y_test = train_test_split(X, y)
svc = SVC().fit(X_train, y_train)
print(svc.score(X_test, y_test))
