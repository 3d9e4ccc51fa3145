# expected: preprocessing
# found: preprocessing 10:10
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
df = pd.read_csv('d.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('y', axis=1), df.y)
X_train = StandardScaler().fit_transform(X_train)
X_test = StandardScaler().fit_transform(X_test)
svc = SVC().fit(X_train, y_train)
print(svc.score(X_test, y_test))
