# expected: overlap
# found: overlap 12:19
import numpy as np
import glob, cv2
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
images, labels = [], []
for path in glob.glob('photos/*.png'):
    image = cv2.imread(path)
    images.append(image)
    labels.append(path.startswith('cat'))
    images.append(np.fliplr(image))
    labels.append(path.startswith('cat'))
X = np.array(images).reshape(len(images), -1)
y = np.array(labels)
X_train, X_test, y_train, y_test = train_test_split(X, y)
rf = RandomForestClassifier().fit(X_train, y_train)
print(rf.score(X_test, y_test))
