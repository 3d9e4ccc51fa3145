# expected: preprocessing
# found: preprocessing 10:5
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
def broken(:
    pass
df = pd.read_csv('d.csv')
X = StandardScaler().fit_transform(df.drop('y', axis=1))
X_train, X_test, y_train, y_test = train_test_split(X, df.y)
svc = SVC().fit(X_train, y_train)
print(svc.score(X_test, y_test)
