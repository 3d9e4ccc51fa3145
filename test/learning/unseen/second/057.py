# expected: overlap
# found: clean
# missed: overlap
# %%
import cv2, os, glob
import numpy as np
from tqdm import tqdm
import imgaug.augmenters as iaa
from sklearn.model_selection import train_test_split
from tensorflow.keras.applications import MobileNetV2
from tensorflow.keras.layers import GlobalAveragePooling2D, Dense
from tensorflow.keras.models import Model
from tensorflow.keras.utils import to_categorical

# %%
SRC = 'brain_tumor_dataset'
AUG = 'augmented'
seq = iaa.Sequential([iaa.Fliplr(.5), iaa.Affine(rotate=(-15, 15), scale=(.9, 1.1)), iaa.Multiply((.8, 1.2))])

# %%
def augment_folder(cls, n):
    os.makedirs(f'{AUG}/{cls}', exist_ok=True)
    for f in tqdm(glob.glob(f'{SRC}/{cls}/*')):
        img = cv2.imread(f)
        name = os.path.splitext(os.path.basename(f))[0]
        cv2.imwrite(f'{AUG}/{cls}/{name}.png', img)
        for j in range(n):
            cv2.imwrite(f'{AUG}/{cls}/{name}_aug{j}.png', seq(image=img))

augment_folder('yes', 6)
augment_folder('no', 9)

# %%
X, y = [], []
for lab, cls in enumerate(['no', 'yes']):
    for f in glob.glob(f'{AUG}/{cls}/*.png'):
        im = cv2.resize(cv2.imread(f), (224, 224)) / 255.
        X.append(im.astype('float32'))
        y.append(lab)
X = np.array(X); y = to_categorical(y)
print(X.shape)

# %%
X_train, X_test_val, y_train, y_test_val = train_test_split(X, y, test_size=0.3)
X_test, X_val, y_test, y_val = train_test_split(X_test_val, y_test_val, test_size=0.5)

# %%
b = MobileNetV2(include_top=False, input_shape=(224, 224, 3))
b.trainable = False
out = Dense(2, activation='softmax')(GlobalAveragePooling2D()(b.output))
m = Model(b.input, out)
m.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])
m.fit(X_train, y_train, validation_data=(X_val, y_val), epochs=25, batch_size=32)

# %%
print('accuracy on the test set', m.evaluate(X_test, y_test)[1])
