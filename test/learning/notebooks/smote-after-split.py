# expected: clean
# found: clean
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier

df = pd.read_csv('creditcard.csv')
X, y = df.drop('Class', axis=1), df['Class']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=42)
X_train, y_train = SMOTE(random_state=42).fit_resample(X_train, y_train)
rf = RandomForestClassifier(n_estimators=50)
rf.fit(X_train, y_train)
print(rf.score(X_test, y_test))
