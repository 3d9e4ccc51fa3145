# expected: clean
# found: clean
import pandas as pd
from imblearn.pipeline import Pipeline
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score, StratifiedKFold
df = pd.read_csv('fraud.csv')
pipe = Pipeline([('smote', SMOTE()), ('rf', RandomForestClassifier())])
print(cross_val_score(pipe, df.drop('y', axis=1), df['y'], cv=StratifiedKFold(5), scoring='f1').mean())
